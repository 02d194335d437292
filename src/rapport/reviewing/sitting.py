"""One sitting of a review: the messages that were chosen for it and the answers so far, kept until it is over.

Under ``review/today`` and ``review/<unit>`` stands ``{"date", "number", "picks": [{"mistake", "item"}, …], "answers":
[{"item", "answer", "sure", "date"}, …]}``. What was answered is noted in ``review/log`` besides, for good.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, replace

from .. import catalog, memory
from ..documents import Faulty
from ..spotting import NONE, Item, Messages, Misfit, Round, keeping, load_spots, load_unit, rounds
from . import choosing, logs, record, schedule
from .choosing import Pick

TODAY = "today"


class Chosen(Messages):
    """The messages of one sitting."""

    of: str

    @property
    def name(self) -> str:
        """``today``, or the unit's id."""
        return self.of


@dataclass(frozen=True)
class Sitting:
    """``number`` counts the sittings of a unit; ``day`` is the one on which the messages were chosen."""

    name: str
    day: datetime.date
    picks: tuple[Pick, ...]
    round: Round
    number: int = 1

    @property
    def messages(self) -> Chosen:
        """What is judged."""
        return Chosen(of=self.name, items=[pick.item for pick in self.picks])

    @property
    def mistakes(self) -> list[str]:
        """The mistakes that the messages were chosen for, each once."""
        return list(dict.fromkeys(pick.mistake for pick in self.picks))


def today(day: datetime.date) -> Sitting:
    """The review of this day: the one that was begun, or a new one; without messages where nothing is due."""
    begun = _kept(TODAY, _items(catalog.review_paths()))
    if begun and begun.day == day and begun.picks:
        return begun
    due = schedule.due(schedule.standings(record.gather(day)), day)
    items = _items({catalog.mistake(name).unit for name in due})
    return _sitting(TODAY, day, choosing.for_today(due, items, _seen(), f"{TODAY} {day}"))


def of_unit(unit: str, day: datetime.date) -> Sitting:
    """The review of a unit, where the learner left it. Raises catalog.Unknown for a unit without messages."""
    catalog.review_path(unit)
    return _kept(unit, (*_items([unit]), *_lesson_items(unit))) or next_of_unit(unit, day, 1)


def first_of_unit(unit: str) -> Messages:
    """The messages that a unit's review has for everybody who comes with nothing kept. Raises catalog.Unknown."""
    return Chosen(of=unit, items=[pick.item for pick in _for_unit(load_unit(unit).items, unit, 1, [], [])])


def next_of_unit(unit: str, day: datetime.date, number: int) -> Sitting:
    """The review of a unit for the ``number``-th time."""
    return _sitting(unit, day, _for_unit(_items([unit]), unit, number, missed(unit), _seen()), number)


def comes_again(sitting: Sitting) -> bool:
    """Whether one of its messages came in a review of an earlier day: all those on its mistake are used up then."""
    earlier = {given.item for given in logs.answers() if given.day < sitting.day}
    return any(choosing.key(pick.item) in earlier for pick in sitting.picks)


def missed(unit: str) -> list[Pick]:
    """The messages of a unit, in lessons and in reviews, to which the last answer did not fit, the latest first."""
    found: dict[str, tuple[str, Pick, bool]] = {}
    for day, pick, fitted in sorted(_all_answers(unit), key=lambda row: row[0]):
        found[choosing.key(pick.item)] = (day, pick, fitted)
    wrong = [(day, pick) for day, pick, fitted in found.values() if not fitted]
    return [pick for _, pick in sorted(wrong, key=lambda row: row[0], reverse=True)]


def keep(sitting: Sitting) -> bool:
    """Save a sitting and note its newest answer; False where this machine does not let us write."""
    picks = [{"mistake": pick.mistake, "item": choosing.key(pick.item)} for pick in sitting.picks]
    answers = [asdict(answer) for answer in sitting.round.answers]
    saved = {"date": sitting.day.isoformat(), "number": sitting.number, "picks": picks, "answers": answers}
    return memory.save(_key(sitting.name), saved) and (not answers or logs.answer(_newest(sitting)))


def _for_unit(items: Sequence[Item], unit: str, number: int, wrong: Sequence[Pick], seen: Sequence[str]):
    mistakes = [name for name, mistake in catalog.mistakes().items() if mistake.unit == unit]
    return choosing.for_unit(mistakes, items, wrong, seen, f"{unit} {number}")


def _newest(sitting: Sitting) -> logs.Answered:
    given = sitting.round.answers[-1]
    pick = sitting.picks[given.item]
    fitted = given.answer == pick.item.answer
    mistake = pick.mistake if fitted else record.mistake_at_stake(pick.item, given.answer) or pick.mistake
    return logs.Answered(datetime.date.fromisoformat(given.date), mistake, choosing.key(pick.item), fitted)


def _sitting(name: str, day: datetime.date, picks: tuple[Pick, ...], number: int = 1) -> Sitting:
    empty = Sitting(name, day, picks, Round("", ()), number)
    return replace(empty, round=Round(rounds.digest(empty.messages), tuple(range(len(picks)))))


def _kept(name: str, items: Iterable[Item]) -> Sitting | None:
    """The sitting that was kept; None where there is none, or where its messages or its answers fit no longer."""
    known = {choosing.key(item): item for item in items}
    saved = memory.load(_key(name))
    try:
        picks = tuple(Pick(row["mistake"], known[row["item"]]) for row in saved["picks"])
        number = saved["number"] if type(saved["number"]) is int else 1
        found = _sitting(name, datetime.date.fromisoformat(saved["date"]), picks, number)
        here = found.round
        for row in saved["answers"]:
            here = here.answered(found.messages, row["answer"], row["sure"], row["date"])
        return replace(found, round=here) if all(pick.mistake in catalog.mistakes() for pick in picks) else None
    except (TypeError, KeyError, ValueError, Misfit):
        return None


def _all_answers(unit: str) -> Iterable[tuple[str, Pick, bool]]:
    """Day, message and fit of every answer to a message of this unit."""
    known = {choosing.key(item): item for item in _items([unit])}
    for given in logs.answers():
        if given.item in known:
            yield given.day.isoformat(), Pick(given.mistake, known[given.item]), given.fitted
    for name in _lessons(unit):
        spots = _loaded(load_spots, name)
        mark = rounds.digest(spots) if spots else ""
        for answer in (one for this in keeping.kept(name) if this.spots == mark for one in this.answers):
            if 0 <= answer.item < len(spots.items):
                item = spots.items[answer.item]
                about = item.answer if item.answer != NONE else name
                yield answer.date, Pick(about, item), answer.answer == item.answer


def _lesson_items(unit: str) -> tuple[Item, ...]:
    loaded = (_loaded(load_spots, name) for name in _lessons(unit))
    return tuple(item for spots in loaded if spots for item in spots.items)


def _items(units: Iterable[str]) -> tuple[Item, ...]:
    loaded = (_loaded(load_unit, unit) for unit in sorted(units) if unit in catalog.review_paths())
    return tuple(item for found in loaded if found for item in found.items)


def _lessons(unit: str) -> list[str]:
    mistakes = catalog.mistakes()
    return [name for name in catalog.spot_paths() if name in mistakes and mistakes[name].unit == unit]


def _loaded(load, name: str):
    try:
        return load(name)
    except Faulty:
        return None


def _seen() -> list[str]:
    return [given.item for given in logs.answers()]


def _key(name: str) -> str:
    return f"review/{name}"
