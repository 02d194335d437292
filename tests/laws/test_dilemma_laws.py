"""A broken situation is told by file, line, field and remedy."""

import shutil

import pytest

FILE = "scenarios/dilemmas/never-ask-or-ask.yaml"
QUESTION = "question: What does Kwabena do when he stops beside her?"


@pytest.mark.parametrize("law, old, new, shown, remedy", [
    ("dilemmas_load", "tension: never-ask-or-ask", "tension: never-ask", "tension: There is no tension",
     "“never-ask-or-ask”"),
    ("dilemmas_load", "option_b:", "option_c:", "option_c: There is no field “option_c” here", "Did you mean “option"),
    ("dilemmas_load", "later: >-", "after: >-", "later: The field “later” is missing", "Add a line"),
    ("dilemmas_load", "tension: never-ask-or-ask\n", "- tension: [\n", "not valid YAML", "indent"),
    ("one_for_each_tension", "tension: never-ask-or-ask", "tension: strangers",
     "the file is called “never-ask-or-ask.yaml”", "Make the two the same"),
    ("lengths_are_kept", "  Kwabena paints signs in Kumasi.", f"  {'Kwabena paints. ' * 10}", "situation: This has 9",
     "Shorten it."),
    ("lengths_are_kept", QUESTION, "question: Why?", "question: This has 1 words", "Add to it."),
    ("lengths_are_kept", QUESTION, QUESTION[:-1], "question: This is no question", "question mark"),
    ("lengths_are_kept", "She knows his work.", "She knows his work, and she has seen what he can do with a wall.",
     "option_b: One option is more than 6 words longer", "about as long"),
    ("lengths_are_kept", "He can add that a no is fine too.", "He can add this. No is fine. It is.",
     "later: This has 5 sentences", "Write 2 or 3"),
    ("no_text_twice", "Since then she waves", "He cannot do both. Since then she waves", "stands a second time",
     "Write another one"),
])
def test_a_broken_file_is_told_with_its_line(material, law, old, new, shown, remedy):
    path = material.spoil(FILE, old, new)
    told = [fault for fault in material.faults(f"dilemmas.{law}") if shown in fault]
    assert told and remedy in told[0] and (law == "no_text_twice" or told[0].startswith(f"{path}:"))


def test_a_tension_without_a_situation_is_told(material):
    (material.root / FILE).unlink()
    told, = material.faults("dilemmas.one_for_each_tension")
    assert "“never-ask-or-ask” has no situation" in told and FILE in told


def test_a_new_tension_wants_a_situation_too(material):
    material.spoil("tensions.yaml", "never-ask-or-ask:", "always-or-never:")
    told = "\n".join(material.faults("dilemmas.one_for_each_tension"))
    assert "“always-or-never” has no situation" in told


def test_a_second_situation_for_a_tension_is_told(material):
    copy = material.root / "scenarios" / "dilemmas" / "never-ask-again.yaml"
    shutil.copy(material.root / FILE, copy)
    told, = material.faults("dilemmas.one_for_each_tension")
    assert str(copy) in told and "tension: The tension is “never-ask-or-ask”" in told
    assert len(material.faults("dilemmas.no_text_twice")) > 5
