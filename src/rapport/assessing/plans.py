"""The five criteria of a follow-up plan, each 0 to 2 with the reason for it.

``stated`` are the labels that were found for sure; what is only suspected lowers nothing.
"""

from __future__ import annotations

from ..reading import Reading

Judged = tuple[int, str]


def criteria(reading: Reading, stated: frozenset[str]) -> dict[str, Judged]:
    """Points and reason for who, when, give, loops and persistence."""
    return {
        "who": _who(reading, stated),
        "when": _when(reading, stated),
        "give": _give(reading, stated),
        "loops": _loops(reading, stated),
        "persistence": _persistence(reading, stated),
    }


def _who(reading: Reading, stated: frozenset[str]) -> Judged:
    plan = reading.plan
    named = [step for step in plan.steps if step.people or step.others or step.new_person]
    if "no-people" in stated or not named:
        return 0, "No step names a person."
    if stated & {"shotgun", "tools-only", "same-circle", "events-only", "all-asks"}:
        return 1, "People are named, but not chosen for a reason."
    if len(named) * 3 >= len(plan.steps) * 2 and len(plan.people) >= 2:
        return 2, "Nearly every step names a person."
    return 1, "Some steps name a person, others do not."


def _when(reading: Reading, stated: frozenset[str]) -> Judged:
    plan = reading.plan
    if "no-dates" in stated or not plan.dated:
        return 0, "Most steps have no time."
    if stated & {"late-start", "wears-out"}:
        return 1, "The times are there, but the first is late or they come too close together."
    last = max((step.last for step in plan.steps if step.last), default=None)
    far = last is not None and (last - plan.anchor).days > 30
    loose = any(when.kind in ("span", "recurring") for step in plan.steps for when in step.whens)
    if len(plan.dated) * 3 >= len(plan.steps) * 2 and (far or last is None and loose):
        return 2, "Nearly every step has a time, and the plan reaches beyond a month."
    return 1, "Some steps have a time; the plan does not reach far." if not far else "Only some steps have a time."


def _give(reading: Reading, stated: frozenset[str]) -> Judged:
    plan = reading.plan
    giving = [step for step in plan.steps if step.acts & {"give", "thanks", "tell"} and _names(step)]
    asking = [step for step in plan.steps if "ask" in step.acts and not step.acts & {"give", "thanks"}]
    if stated & {"all-asks", "tools-only", "no-people", "events-only"}:
        return 0, "The plan takes or collects, and gives little."
    enough = len(giving) * 3 >= len(plan.steps) and len(asking) * 3 <= len(plan.steps)
    if enough and len(giving) >= 2 and not stated & {"shotgun"}:
        return 2, "Most of the steps give, thank or ask after somebody before they ask for anything."
    return (1, "Some steps give, but fewer than half.") if giving else (0, "No step gives anything.")


def _names(step) -> bool:
    return bool(step.people or step.others or step.new_person)


def _loops(reading: Reading, stated: frozenset[str]) -> Judged:
    missing = stated & {"broken-promise", "no-loop-back", "no-thanks"}
    if "broken-promise" in missing and len(missing) > 1 or len(missing) > 2:
        return 0, "A promise is not kept, and help is not answered."
    if missing:
        return 1, "One thing that is owed is missing."
    return 2, "Promises are kept and help is answered."


def _persistence(reading: Reading, stated: frozenset[str]) -> Judged:
    plan = reading.plan
    if stated & {"no-persistence", "wears-out", "no-people", "tools-only", "all-asks"}:
        return 0, "Nothing useful is said for the case that no answer comes."
    if plan.doing("silence"):
        return 2, "It says what happens if no answer comes."
    touched = [name for name in plan.people if len(plan.naming(name)) > 1]
    return (1, "Some people get a second try, but silence is not planned for.") if len(touched) >= 2 else (
        0, "Nothing is said for the case that no answer comes.")
