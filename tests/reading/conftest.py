import pytest

from rapport.reading.brief import Brief


@pytest.fixture
def ferry() -> Brief:
    """A deckhand writes to a chart maker she met once; nothing of it stands in the course."""
    return Brief(
        id="the-chart-maker", kind="follow-up after meeting", channel="email",
        sender="Yetunde Alabi, a deckhand on a river ferry", recipient="Piotr Zielinski, who draws harbour charts",
        relationship="met once: a quarter of an hour at the quay on Wednesday", status="above",
        facts=("his survey of the sandbank is two winters old", "he collects photographs of old buoys",
               "Piotr gave her the number of Ulla Bergman, who runs a pilot school"),
        owed="the number of Ulla Bergman, last week", need="a place as an apprentice pilot",
        can_give=("depth readings of the sandbank, taken every morning",), cue=None,
    )


@pytest.fixture
def harvest() -> Brief:
    """A plan of a beekeeper after a fair."""
    return Brief(
        id="plan-after-the-fair", kind="follow-up plan", channel="plan", sender="Ruben Castaño, a beekeeper",
        event="a honey fair that ended on Sunday 7 June",
        people=("Aiko Mori, a candle maker; Ruben promised her ten kilos of wax",
                "Dr Samuel Levi, a plant doctor; named by Aiko",
                "her two cousins", "Marta Kiss, his stall neighbour, whom he sees daily"),
        owed="Aiko gave him the name of a glass maker, Olu Adeyinka", need="buyers", horizon="three months",
    )
