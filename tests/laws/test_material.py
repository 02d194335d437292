"""The real material obeys every law."""

import pytest

from rapport import catalog, laws


@pytest.mark.parametrize("law", laws.laws(), ids=lambda law: law.name)
def test_the_material_obeys(law):
    faults = list(law.find())
    assert not faults, "\n" + "\n".join(map(str, faults))


def test_every_law_says_what_it_demands_and_has_its_own_name():
    assert all(law.text for law in laws.laws())
    assert len({law.name for law in laws.laws()}) == len(laws.laws())


def test_laws_that_come_first_stand_first():
    firsts = [law.first for law in laws.laws()]
    assert firsts == sorted(firsts, reverse=True) and any(firsts) and not all(firsts)


def test_every_file_of_laws_is_found():
    subjects = {law.name.partition(".")[0] for law in laws.laws()}
    assert subjects == {"assignments", "briefs", "course", "dilemmas", "evidence", "examples", "lessons", "mistakes",
                        "model_answers", "reflections", "scenes", "spots"}


def test_while_a_first_law_is_broken_only_that_is_told(material):
    material.spoil("mistakes/no-thanks.py", 'unit="follow-through"', 'unit="folow-through"')
    material.spoil("scenarios/briefs/after-the-event.yaml", "kind:", "kinds:")
    told = "\n".join(map(str, laws.check()))
    assert "no-thanks.py" in told and "after-the-event.yaml" in told
    assert "solutions" not in told


def test_there_are_twenty_two_mistakes_in_five_units():
    units = [mistake.unit for mistake in catalog.mistakes().values()]
    assert len(units) == 22 and len(set(units)) == 5
