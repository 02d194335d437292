"""A broken file of messages is told by file, line, field and remedy."""

import shutil

import re

import pytest

FILE = "scenarios/spots/no-follow-up.yaml"
OFFERED = "  offered: [no-follow-up, self-promotion-first, no-thanks, none]\n"


@pytest.mark.parametrize("law, old, new, shown, remedy", [
    ("spots_load", "mistake: no-follow-up", "mistake: no-folow-up", "mistake: There is no mistake", "“no-follow-up”"),
    ("spots_load", OFFERED, OFFERED.replace("no-thanks", "no-thanx"),
     "items.0.offered.2: There is no mistake", "“no-thanks”"),
    ("spots_load", OFFERED, OFFERED.replace("no-follow-up, ", ""), "items.0.answer: The answer “no-follow-up” is not",
     "Add it to “offered”"),
    ("spots_load", OFFERED, OFFERED.replace(", none", ""), "could not say here that nothing is wrong", "Add “none”"),
    ("spots_load", OFFERED, OFFERED.replace("no-thanks", "no-follow-up"), "“no-follow-up” is offered twice",
     "Take one"),
    ("spots_load", "  quote: I will look it out", "  quote: I shall look it out", "items.3.quote: These words do not",
     "Copy them"),
    ("spots_load", "  why:", "  wy:", "items.0.wy: There is no field “wy” here", "Did you mean “why”?"),
    ("spots_load", "  answer: no-thanks\n", "", "items.2.answer: The field “answer” is missing", "Add a line"),
    ("spots_load", "mistake: no-follow-up\n", "- mistake: [\n", "not valid YAML", "indent"),
    ("called_by_their_mistake", "mistake: no-follow-up", "mistake: no-thanks", "the file is called “no-follow-up.yaml”",
     "Make the two the same"),
    ("answers_cannot_be_guessed", OFFERED, "  offered: [no-follow-up, none]\n",
     "items.0.offered: A message offers 3 or 4",
     "Offer what"),
    ("answers_cannot_be_guessed", "  answer: none", "  answer: no-follow-up", "must show nothing wrong; here it is 1",
     "answer: none"),
    ("wrong_is_mended_and_right_is_left", "  answer: no-follow-up", "  answer: none", "there is no “better”",
     "Take it out"),
    ("wrong_is_mended_and_right_is_left", "  answer: none", "  answer: no-follow-up",
     "items.1: This message is not mended",
     "Add a field “better”"),
])
def test_a_broken_file_is_told_with_its_line(material, law, old, new, shown, remedy):
    path = material.spoil(FILE, old, new)
    told = [fault for fault in material.faults(f"spots.{law}") if shown in fault]
    assert told and remedy in told[0] and told[0].startswith(f"{path}:")


REVIEW = "scenarios/reviews/follow-through.yaml"


@pytest.mark.parametrize("law, old, new, shown, remedy", [
    ("spots_load", "unit: follow-through\n", "unit: follow-through\nunits: 1\n", "no field “units”", "“unit”"),
    ("spots_load", "answer: no-thanks", "answer: no-thanx", "items.0.answer: The answer “no-thanx” is not", "Add it"),
    ("called_by_their_mistake", "unit: follow-through", "unit: followthrough", "The unit is “followthrough”",
     "the same"),
    ("every_unit_has_messages_for_its_reviews", "  answer: no-thanks", "  answer: no-follow-up",
     "At least 6 messages must show “no-thanks”; here it is 5", "answer: no-thanks"),
    ("every_unit_has_messages_for_its_reviews", "  answer: no-thanks\n  offered: [no-thanks, ",
     "  answer: events-only\n  offered: [events-only, ", "“events-only” is no mistake of this unit", "Move"),
    ("every_unit_has_messages_for_its_reviews", "offered: [no-thanks, no-follow-up, no-clear-ask, none]",
     "offered: [no-thanks, none]", "items.0.offered: A message offers 3 or 4", "Offer what"),
    ("wrong_is_mended_and_right_is_left", "  answer: no-thanks", "  answer: none", "there is no “better”",
     "Take it out"),
])
def test_a_broken_file_of_a_review_is_told_with_its_line(material, law, old, new, shown, remedy):
    path = material.spoil(REVIEW, old, new)
    told = [fault for fault in material.faults(f"spots.{law}") if shown in fault]
    assert told and remedy in told[0] and told[0].startswith(f"{path}:")


def test_a_mistake_that_nobody_could_suspect_wrongly_is_told(material):
    path = material.root / REVIEW
    text = path.read_text(encoding="utf-8")
    near = re.compile(r"(answer: none\n  offered: \[.*)not-returning-favours")
    path.write_text(near.sub(r"\1numbers-game", text), encoding="utf-8")
    told, = material.faults("spots.every_unit_has_messages_for_its_reviews")
    assert "At least 4 messages without a mistake must offer “not-returning-favours”; here it is 0" in told


def test_a_unit_without_messages_for_its_reviews_is_told(material):
    (material.root / REVIEW).unlink()
    told, = material.faults("spots.every_unit_has_messages_for_its_reviews")
    assert "The reviews of “follow-through” have no messages" in told and "follow-through.yaml" in told


def test_a_message_of_a_lesson_that_comes_in_a_review_too_is_told(material):
    path = material.root / REVIEW
    lesson = (material.root / FILE).read_text(encoding="utf-8")
    path.write_text(path.read_text(encoding="utf-8") + lesson.partition("items:\n")[2], encoding="utf-8")
    told = material.faults("spots.no_message_twice")
    assert len(told) == 12 and all(f"{path}:" in fault for fault in told)


def test_too_few_messages_and_too_few_of_the_mistake_are_told(material):
    path = material.root / FILE
    items = path.read_text(encoding="utf-8").split("- situation:")
    path.write_text("- situation:".join([items[0], items[2], items[5], items[1]]), encoding="utf-8")
    told = "\n".join(material.faults("spots.answers_cannot_be_guessed"))
    assert "5 to 8 messages; this one has 3" in told and "must show “no-follow-up”; here it is 1" in told


def test_a_message_that_stands_in_two_files_is_told(material):
    copy = material.root / "scenarios" / "spots" / "no-thanks.yaml"
    shutil.copy(material.root / FILE, copy)
    told = [fault for fault in material.faults("spots.no_message_twice") if f"{copy}:" in fault]
    assert len(told) == 12 and "first in no-follow-up.yaml, message 1" in told[0]


def test_a_message_that_is_mended_into_itself_is_told(material):
    path = material.root / FILE
    head, first, rest = path.read_text(encoding="utf-8").partition("    Hi Bea,\n    thanks")
    original = head[head.index("    Hi Bea"):head.index("  answer:")]
    path.write_text(head + original + rest[rest.index("- situation"):], encoding="utf-8")
    told, = material.faults("spots.no_message_twice")
    assert first and "items.0.better" in told and "message 1" in told


def test_a_file_under_another_ending_is_told(material):
    (material.root / "scenarios" / "spots" / "no-thanks.yml").write_text("mistake: no-thanks\n", encoding="utf-8")
    told, = material.faults("briefs.nothing_astray")
    assert "no-thanks.yml" in told
