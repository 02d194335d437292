"""A map is a list that only sound changes change, and what is kept of it comes back."""

import pytest

from rapport import memory
from rapport.capstone import keeping
from rapport.capstone.network import MOST_CHOSEN, Misfit, Network, as_data, from_data


def told(name="Amina", how="work", last="month", close="know", give=""):
    return {"name": name, "how": how, "last": last, "close": close, "give": give}


def network(*names):
    made = Network()
    for name in names:
        made = made.with_person(told(name))
    return made


def test_people_are_added_changed_and_removed():
    made = network("Amina", "Owen")
    amina, owen = made.people
    made = made.changed(amina.id, told("Amina Yusuf", how="family")).without(owen.id)
    assert [(person.name, person.how) for person in made.people] == [("Amina Yusuf", "family")]


@pytest.mark.parametrize("field, wrong", [
    ("name", " \n "), ("name", "x" * 41), ("name", "amina"), ("name", None), ("how", ""), ("last", "never"),
    ("close", 3), ("give", "x" * 241),
])
def test_a_fault_is_told_at_its_field_and_nothing_changes(field, wrong):
    made = network("Amina")
    with pytest.raises(Misfit) as caught:
        made.with_person({**told("Owen"), field: wrong})
    assert caught.value.field == field and str(caught.value).endswith((".", "?"))
    assert len(made.people) == 1


def test_somebody_can_keep_their_own_name_when_changed():
    made = network("Amina")
    assert made.changed(1, told("AMINA")).people[0].name == "AMINA"


def test_five_can_be_chosen_and_a_sixth_waits():
    made = network(*"ABCDEF")
    for person in made.people[:MOST_CHOSEN]:
        made = made.choosing(person.id, True)
    with pytest.raises(Misfit):
        made.choosing(6, True)
    assert len(made.choosing(1, False).choosing(6, True).chosen) == MOST_CHOSEN


def test_a_change_leaves_choice_and_reason():
    made = network("Amina").choosing(1, True).because(1, "she  lent\nme a ladder")
    changed = made.changed(1, told("Amina Y.")).people[0]
    assert changed.chosen and changed.reason == "she lent me a ladder"


def test_nobody_is_chosen_who_is_gone():
    with pytest.raises(Misfit):
        network("Amina").without(1).choosing(1, True)


def test_control_characters_and_lines_become_one_line():
    assert network("A\x00mi\nna\x1b").people[0].name == "A mi na"


def test_what_is_kept_comes_back():
    made = network("Amina", "Owen").choosing(2, True).because(2, "cheese")
    assert keeping.keep(made) and keeping.load() == made
    assert keeping.keep(Network()) and memory.load(keeping.KEY) is None


@pytest.mark.parametrize("damage", [
    None, 3, "text", [3], [{"name": "Amina"}], {"people": 1}, [{"name": {}, "how": []}],
])
def test_damage_is_left_out(damage):
    assert from_data(damage) == Network()
    memory.save(keeping.KEY, damage)
    assert keeping.load() == Network()


def test_the_sound_part_of_a_damaged_list_is_kept():
    assert from_data([3, *as_data(network("Amina")), {"name": ""}]).people[0].name == "Amina"
