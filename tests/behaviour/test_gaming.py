"""Gaming: a text made for the grader scores at most 3 and goes to a person; honest drafts do not."""

from __future__ import annotations

import pytest
from cases import brief_of, changed, draft_of, judged, table, told

AT_MOST = 3
HONEST = 7


def written(case: dict) -> str:
    """The text of a case: as it stands, repeated, or a draft of another brief with names exchanged."""
    if "draft" in case:
        return changed(draft_of(case["draft"])[0], case)
    if "repeat" in case:
        part = case["repeat"]
        return part.get("before", "") + part["text"] * part["times"] + part.get("after", "")
    return case["text"]


@pytest.mark.parametrize("case", table("gaming"), ids=lambda case: case["id"])
def test_a_text_made_for_the_grader_goes_to_a_person(case):
    text, at_most = written(case), case.get("at_most", AT_MOST)
    found = judged(text, brief_of(case["brief"]))
    wrong = ["must go to a person (sure False)"] if found.sure else []
    wrong += [f"score must be at most {at_most}"] if found.score > at_most else []
    assert not wrong, f"{wrong}{told(text, found)}"


@pytest.mark.parametrize("draft", table("drafts"))
def test_an_honest_strong_draft_is_not_taken_for_a_trick(draft):
    text, brief = draft_of(draft)
    found = judged(text, brief)
    assert found.score >= HONEST, told(text, found)
