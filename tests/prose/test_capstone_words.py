"""The form and the map speak plainly too."""

from reading_level import faults

from rapport.capstone import describing
from rapport.capstone.brief_form import FIELDS
from rapport.capstone.network import CLOSE, HOW, LAST, Network


def assert_plain(found):
    told = list(faults(found))
    assert not told, "\n" + "\n".join(told)


def test_the_form_is_plain_to_read():
    for fields in FIELDS.values():
        assert_plain(text for field in fields for text in (f"{field.label}", field.help, field.ask) if text)


def test_what_is_said_of_a_map_is_plain_to_read():
    network = Network()
    for number in range(14):
        how, last, close = (list(names)[number % len(names)] for names in (HOW, LAST, CLOSE))
        network = network.with_person({"name": f"Ann {number}", "how": how, "last": last, "close": close})
        assert_plain([*describing.summary(network), *describing.questions(network), describing.chosen_line(network)])
