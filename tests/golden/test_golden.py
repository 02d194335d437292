"""The coach says of each golden draft exactly what a person has read and approved."""

import pytest
import renew


@pytest.mark.parametrize("draft", renew.drafts(), ids=lambda path: f"{path.parent.name}/{path.name.split('.')[0]}")
def test_the_reading_is_the_approved_one(draft):
    expected = renew.reading_file(draft).read_text(encoding="utf-8")
    assert renew.reading(draft) == expected, "If this change is meant, run `make golden` and read the difference."
