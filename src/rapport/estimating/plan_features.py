"""What a plan shows in numbers: its steps, days, people, promises and referrals, and the brief it answers."""

from __future__ import annotations

from ..reading import Reading

UNKNOWN = -1.0
"""Stands for a number of days that is not known."""


def of_brief(reading: Reading) -> dict[str, float]:
    """The brief in numbers: what is promised, referred, owed, and who is in it."""
    owed, people = reading.plan.duties, reading.place.people
    return {
        "brief: promises": len(owed.promises), "brief: referrals": len(owed.referrals),
        "brief: helpers": len(owed.helpers), "brief: close": len(owed.close_by), "brief: refused": len(owed.refused),
        "brief: event": bool(owed.event), "brief: people": len(people),
        "brief: groups": sum(person.group for person in people),
    }


def of_reading(reading: Reading) -> dict[str, float]:
    """What the plan was read to say, as counts, shares of its steps, and days."""
    plan = reading.plan
    steps, owed = plan.steps, plan.duties
    named = [step for step in steps if step.people or step.others or step.new_person]
    return {
        "steps": len(steps), "people": len(plan.people),
        "dated": _share(plan.dated, steps), "named": _share(named, steps),
        "new": _share([step for step in steps if step.new_person], steps),
        "left out": sum(step.left_out for step in steps), "silence": sum(bool(step.silence) for step in steps),
        "retries": sum(bool(step.retry) for step in steps),
        "close share": _share([s for s in steps if s.people and s.people <= frozenset(owed.close_by)], steps),
        "close touched": sum(bool(plan.toward(name)) for name in owed.close_by),
        "refused touched": sum(len(plan.toward(name)) for name in owed.refused),
        "helpers touched": _share([name for name in owed.helpers if plan.naming(name)], owed.helpers),
        "groups": sum(bool(step.people) and not step.toward for step in steps),
    } | _promises(reading) | _loops(reading) | _days(reading)


def _share(found, of) -> float:
    return len(found) / (len(of) or 1)


def _promises(reading: Reading) -> dict[str, float]:
    plan = reading.plan
    kept = [plan.keeps(promise) for promise in plan.duties.promises]
    late = [min(((step.first - plan.anchor).days for step in sure if step.first), default=UNKNOWN) for sure, _ in kept]
    return {
        "kept": _share([1 for sure, _ in kept if sure], kept),
        "maybe kept": _share([1 for _, may in kept if may], kept),
        "unkept": sum(not sure and not may for sure, may in kept), "promise day": max(late, default=UNKNOWN),
        "promised touched": _share([p for p in plan.duties.promises if plan.naming(p.who)], kept),
    }


def _loops(reading: Reading) -> dict[str, float]:
    loops = reading.plan.loops
    return {
        "acted": _share([loop for loop in loops if loop.acted], loops),
        "told": _share([loop for loop in loops if loop.told], loops),
        "open": sum(not loop.closed for loop in loops),
        "giver twice": _share([loop for loop in loops if len(reading.plan.naming(loop.referral.giver)) > 1], loops),
        "giver after": _share([loop for loop in loops if _hears_after(reading.plan, loop)], loops),
    }


def _hears_after(plan, loop) -> bool:
    """Whether the giver is named in a later step than the first that acts on the referral."""
    return bool(loop.acted) and any(step.start > loop.acted[0].start for step in plan.naming(loop.referral.giver))


def _days(reading: Reading) -> dict[str, float]:
    """First and last day from the anchor, the shortest interval to one person, and most touches of one person."""
    plan = reading.plan
    firsts = [(step.first - plan.anchor).days for step in plan.steps if step.first]
    lasts = [(step.last - plan.anchor).days for step in plan.steps if step.last]
    gaps = [gap for name in plan.people for gap in plan.intervals(name)]
    touches = [len(plan.toward(name)) for name in plan.people]
    return {
        "first day": min(firsts, default=UNKNOWN), "last day": max(lasts, default=UNKNOWN),
        "shortest gap": min(gaps, default=99), "short gaps": sum(gap <= 3 for gap in gaps),
        "most touches": max(touches, default=0), "touched twice": _share([n for n in touches if n > 1], touches),
    }


def of_acts(reading: Reading) -> dict[str, float]:
    """The share of the steps that do each thing."""
    steps = reading.plan.steps
    kinds = {kind for step in steps for kind in step.acts}
    return {f"act: {kind}": _share(reading.plan.doing(kind), steps) for kind in kinds}


def of_words(units: list[list[str]]) -> dict[str, float]:
    """The number of words, and how many there are in a step."""
    count = sum(map(len, units))
    return {"words": count, "step length": count / (len(units) or 1)}
