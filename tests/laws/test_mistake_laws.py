"""A mistake's file that breaks a law is told by file, line, field and remedy."""

import pytest

FILE = "mistakes/no-follow-up.py"


def line_of(path, text):
    lines = path.read_text(encoding="utf-8").splitlines()
    return next(number for number, line in enumerate(lines, start=1) if text in line)


@pytest.mark.parametrize("law, old, new, shown, remedy", [
    ("files_load", 'unit="follow-through"', 'unit="follow-up"', "unit: There is no unit called “follow-up”", "mindset"),
    ("files_load", 'verdict="supported"', 'verdict="true"', "verdict: There is no verdict", "supported with limits"),
    ("sources_agree", '("six-common", 4)', '("six-common", 5)', "sources: sources.yaml has no item 5", "Take it out"),
    ("sources_agree", '("six-common", 4)', '("six-common", 5)', "teaches item 4", 'Add ("six-common", 4)'),
    ("explained", 'title="Letting new contacts lapse"', 'title=" "', "title: This is empty", "plain words"),
])
def test_a_wrong_field_is_told_with_its_line(material, law, old, new, shown, remedy):
    path = material.spoil(FILE, old, new)
    told = material.faults(f"mistakes.{law}")
    line = line_of(path, "    sources=" if law == "sources_agree" else f"    {old.split('=')[0]}=")
    found = next(fault for fault in told if shown in fault)
    assert f".py:{line}: " in found and remedy in found


def test_a_label_with_two_owners_is_told_with_its_line(material):
    path = material.spoil("mistakes/no-thanks.py", 'labels=("no-thanks",', 'labels=("no-dates",')
    told = next(fault for fault in material.faults("mistakes.labels_have_one_owner") if "belongs to" in fault)
    assert f"{path}:{line_of(path, '    labels=')}: labels: " in told
    assert "“no-dates” belongs to “no-follow-up”" in told and "one of the two" in told


def test_a_file_that_is_no_python_is_told_with_its_line(material):
    path = material.spoil(FILE, "MISTAKE = Mistake(", "MISTAKE = Mistake((")
    told, = material.faults("mistakes.files_load")
    assert str(path) in told and "not valid Python" in told and f"{path}:" in told


def test_a_file_without_a_mistake_is_told(material):
    path = material.package / "mistakes" / "no-calls.py"
    path.write_text('"""Nothing."""\n', encoding="utf-8")
    told, = material.faults("mistakes.files_load")
    assert "no-calls.py" in told and "MISTAKE" in told and "Compare it with another file" in told


def test_a_file_that_is_not_called_by_an_id_is_told(material):
    (material.package / "mistakes" / "No_Calls.py").write_text("MISTAKE = None\n", encoding="utf-8")
    told = material.faults("mistakes.files_load")
    assert any("No_Calls.py" in fault and "small letters" in fault for fault in told)


def test_an_explanation_that_is_too_short_is_told(material):
    path = material.package / FILE
    text = path.read_text(encoding="utf-8")
    path.write_text('"""Too short."""\n' + text.split('"""', 2)[2], encoding="utf-8")
    told, = material.faults("mistakes.explained")
    assert "docstring" in told and "2 words" in told and "Write 50 to 120" in told


def test_a_function_that_spots_another_files_label_is_told(material):
    path = material.package / FILE
    spotter = '\n\nfrom rapport.mistakes import spots\n\n\n@spots("no-thanks")\ndef found(reading):\n    return []\n'
    path.write_text(path.read_text(encoding="utf-8") + spotter, encoding="utf-8")
    told = material.faults("mistakes.labels_have_one_owner")
    assert any("spots “no-thanks”" in fault and "Add it to “labels”" in fault for fault in told)


def test_a_label_of_the_raters_guide_that_nobody_owns_is_told(material):
    guide = material.root / "training" / "LABELS.md"
    guide.parent.mkdir()
    table = "| id | present when |\n|---|---|\n| no-thanks | … |\n| no-shoes | … |\n\n| x |\n"
    guide.write_text(table, encoding="utf-8")
    told, = material.faults("mistakes.guide_is_covered")
    assert "LABELS.md:4: no-shoes:" in told and "Add it to “labels”" in told
