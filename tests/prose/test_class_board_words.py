"""What learners read about their class, before they agree to anything, is plain."""

from notebook_prose import passages
from reading_level import faults

from rapport.catalog import root
from rapport.sharing import telling


def test_what_is_asked_and_told_is_plain_to_read():
    words = [text for name, text in vars(telling).items() if name.isupper() and isinstance(text, str)]
    notes = [text for option in telling.OPTIONS.values() for text in option]
    told = [telling.on_board({"label": "Learner 7", "lesson": "01 Rice for the ladder", "stuck": True, "seen": seen})
            for seen in (False, True)]
    assert list(faults([*words, *notes, *(line for lines in told for line in lines)])) == []


def test_the_page_of_the_class_is_plain_to_read():
    assert list(faults(passages(root() / "deploy/hub/board/class.ipynb"))) == []
