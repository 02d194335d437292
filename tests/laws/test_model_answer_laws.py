"""A strong answer that the coach does not read as strong, and a weak one whose fault it does not see, are told."""

import pytest

FILE = "scenarios/model-answers/after-the-event.yaml"
ANSWERS = """brief: after-the-event
strong: |
  Dear Hannah,

  Forty minutes went quickly the other evening. Here is the contrast checker I promised you:
  https://webaim.org/resources/contrastchecker/. Paste in two colours and it says whether one can be read on the other.

  This morning I tried to buy a ticket on your site with my screen switched off, as a blind visitor would. Three things
  stopped me. I have put them on one page for you, the worst one first. It is free, and yours to use in your grant
  report if it helps there.

  Thank you for offering to show me the museum store rooms. I would love to see them. Your report comes first, so may I
  ring you in the week after it is due, and we choose a morning? If that week is bad for you, just name another.

  Leo
weak:
- text: |
    Dear Hannah, thank you for offering the store rooms. I will ring you on Friday to find a day. Leo
  labels: [broken-promise]
- text: |
    Hi Hannah, great to connect! I would love to explore how we can work together. Best, Leo
  labels: [blind-contact]
- text: |
    Hi Hannah, great to connect! I would love to explore how we can work together. Best regards, Leo
  labels: [blind-contact]
"""


WITHOUT = "a-friend-at-the-theatre"
"""A brief that no assignment asks for."""


@pytest.fixture
def answers(material):
    def write(old="", new=""):
        path = material.root / FILE
        path.parent.mkdir(exist_ok=True)
        assert old in ANSWERS
        path.write_text(ANSWERS.replace(old, new, 1) if old else ANSWERS, encoding="utf-8")
        for other in path.parent.glob("*.yaml"):
            if other != path:
                other.unlink()
        return path

    return write


def told(material):
    return [fault for law in ("answers_can_be_read", "the_coach_reads_them_right")
            for fault in material.faults(f"model_answers.{law}")]


def test_good_answers_draw_nothing(material, answers):
    answers()
    assert told(material) == []


@pytest.mark.parametrize("old, new, line, shown", [
    ("brief: after-the-event", "brief: after-the-evnt", 1, "the file is called “after-the-event.yaml”"),
    ("If that week is bad for you, just name another.", "I expect your answer by Friday. You owe me that.", 2,
     "The reader"),
    ("labels: [broken-promise]", "labels: [dropped-referral]", 19, "does not see dropped-referral"),
    ("labels: [broken-promise]", "label: [broken-promise]", 17, "Field required"),
    ("Leo\nweak:", "%s\n\n  Leo\nweak:" % ("Your museum is a fine one. " * 40), 2, "words too many"),
])
def test_what_is_wrong_is_told_with_its_line(material, answers, old, new, line, shown):
    path = answers(old, new)
    found = next(fault for fault in told(material) if shown in fault)
    assert found.startswith(f"{path}:{line}: ")


def test_a_weak_answer_that_scores_as_a_strong_one_is_told(material, answers):
    path = answers()
    strong = ANSWERS[ANSWERS.index("  Dear Hannah"):ANSWERS.index("weak:")].strip().replace("\n", "\n  ")
    old = "Hi Hannah, great to connect! I would love to explore how we can work together. Best, Leo"
    path.write_text(ANSWERS.replace(old, strong, 1), encoding="utf-8")
    assert any("as to a strong one" in fault for fault in told(material)), told(material)


def test_a_brief_without_model_answers_is_told_unless_an_assignment_asks_for_it(material):
    law = "model_answers.every_brief_has_them"
    assert material.faults(law) == []
    (material.root / f"scenarios/model-answers/{WITHOUT}.yaml").unlink()
    found, = material.faults(law)
    assert f"scenarios/briefs/{WITHOUT}.yaml:1: " in found and f"model-answers/{WITHOUT}.yaml" in found


def test_fewer_than_three_weak_answers_are_told(material, answers):
    text = ANSWERS[: ANSWERS.index("- text: |\n    Hi Hannah, great to connect! I would love to explore how we can work "
                                   "together. Best regards")]
    path = answers()
    path.write_text(text, encoding="utf-8")
    assert any("weak" in fault for fault in told(material))
