"""An example that does not prove what it says is told; the reader itself is set aside here."""

import pytest

from rapport import assessing
from rapport.assessing.model import Assessment, Finding

FILE = "mistakes/no-follow-up.py"
HEAD = "\n\nfrom rapport.mistakes import Example, spots\n\n\n"


def add(material, text):
    path = material.package / FILE
    path.write_text(path.read_text(encoding="utf-8") + HEAD + text, encoding="utf-8")
    return path


def reader(*labels, sure=True):
    """A reader that finds these labels in every draft."""
    found = tuple(Finding(label, "no-follow-up", sure, "", 0, 0, "why", "try") for label in labels)
    return lambda text, brief, today=None: Assessment("plan", {}, {}, found, True)


@pytest.mark.parametrize("example, read, shown", [
    ('CAUGHT = (Example("no-dates", "plan-after-conference", "Ring Dana."),)', reader(), "is not found"),
    ('SPARED = (Example("no-dates", "plan-after-conference", "Ring Dana."),)', reader("no-dates"), "is found"),
    ('CAUGHT = (Example("no-dates", "plan-after-conference", "Ring Dana.", sure=True),)',
     reader("no-dates", sure=False), "only suspected"),
    ('CAUGHT = (Example("no-shoes", "plan-after-conference", "Ring Dana."),)', reader(), "not this mistake's label"),
    ('CAUGHT = (Example("no-dates", "plan-after-confrence", "Ring Dana."),)', reader(), "“plan-after-conference”"),
])
def test_an_example_that_does_not_hold_is_told(material, monkeypatch, example, read, shown):
    monkeypatch.setattr(assessing, "assess", read)
    path = add(material, example + "\n")
    line = path.read_text(encoding="utf-8").splitlines().index(example) + 1
    told = [fault for fault in material.faults("examples.examples_hold") if str(path) in fault and "Ring Dana" in fault]
    assert len(told) == 1 and shown in told[0] and f":{line}: " in told[0]


def test_an_example_that_holds_is_not_told(material, monkeypatch):
    monkeypatch.setattr(assessing, "assess", reader("no-dates"))
    add(material, 'CAUGHT = (Example("no-dates", "plan-after-conference", "Ring Dana."),)\nSPARED = ()\n')
    assert not [fault for fault in material.faults("examples.examples_hold") if "no-follow-up.py" in fault]


def test_a_spotted_label_without_examples_is_told(material):
    add(material, '@spots("late-start", "plan")\ndef late(reading):\n    return []\n\n\nCAUGHT = ()\nSPARED = ()\n')
    told = "\n".join(material.faults("examples.spotted_labels_have_examples"))
    assert "CAUGHT: No example here is of “late-start”" in told and "to SPARED" in told
