"""Faults in the research files are told by file, line, field and remedy."""

import pytest


@pytest.mark.parametrize("file, old, new, law, shown, remedy", [
    ("evidence.yaml", "    no-follow-up:\n      stance: supports", "    no-follow-up:\n      stance: proves",
     "findings_agree", "no-follow-up.stance: “proves” is no stance", "supports, qualifies, contradicts"),
    ("evidence.yaml", "    no-follow-up:\n", "    no-folow-up:\n",
     "findings_agree", "There is no mistake called “no-folow-up”", "“no-follow-up”"),
    ("evidence.yaml", "\nburt2002:", "\nburt2003:",
     "findings_agree", "evidence.yaml has no finding of “burt2002”", "Correct the key"),
    ("evidence.yaml", "  read_as: abstract\n", "  read-as: abstract\n",
     "files_load", "There is no field “read-as” here", "Known fields: citation"),
    ("evidence.yaml", "  read_as: abstract\n", "",
     "files_load", "The field “read_as” is missing", "Add a line “read_as: …”"),
    ("evidence.yaml", "  doi:", "  doi: [", "files_load", "not valid YAML", "double quotes"),
    ("sources.yaml", "  - n: 2\n", "  - n: 3\n", "items_are_taught", "items.1.n: This is item 2", "Write n: 2."),
    ("sources.yaml", "[numbers-game]", "[number-game]", "items_are_taught", "There is no mistake", "“numbers-game”"),
    ("sources.yaml", "mistakes: [numbers-game]", "mistakes: []", "files_load", "mistakes: This is empty", "Fill it in"),
    ("tensions.yaml", "[almost-everybody, 5]", "[almost-everybody, 9]",
     "tensions_lead_somewhere", "no item [9] of “almost-everybody”", "[article, item]"),
    ("tensions.yaml", "    lin1999:", "    lin1989:", "tensions_lead_somewhere", "“lin1989”", "“lin1999”"),
    ("tensions.yaml", "  suggested_reading:", "  reading:", "files_load", "“suggested_reading” is missing",
     "Add a line"),
    ("mistakes/no-follow-up.py", '"follow-up-timing"', '"follow-up-time"',
     "tensions_lead_somewhere", "There is no tension called “follow-up-time”", "“follow-up-timing”"),
    ("mistakes/no-follow-up.py", '"burt2002"', '"burt2004"',
     "findings_agree", "evidence.yaml has no finding of “burt2004” on this mistake", "read it in a source"),
])
def test_a_fault_is_told_with_its_line(material, file, old, new, law, shown, remedy):
    path = material.spoil(file, old, new)
    found = next(fault for fault in material.faults(f"evidence.{law}") if shown in fault)
    assert remedy in found
    named, line = found.split(": ", 1)[0].rsplit(":", 1)
    assert named.endswith((path.name, "no-follow-up.py")) and int(line) >= 1


def test_a_finding_that_its_mistake_does_not_cite_is_told_at_its_line(material):
    material.spoil("mistakes/no-follow-up.py", '        "burt2002",\n', "")
    told, = material.faults("evidence.findings_agree")
    lines = (material.package / "evidence.yaml").read_text(encoding="utf-8").splitlines()
    start = lines.index("burt2002:")
    assert f"evidence.yaml:{lines.index('    no-follow-up:', start) + 1}: burt2002.findings.no-follow-up" in told
    assert "mistakes/no-follow-up.py" in told
