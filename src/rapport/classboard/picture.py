"""How a class stands, for the two who may see it: the instructor, and a learner about themselves."""

from __future__ import annotations

from statistics import median

from .material import Material
from .state import Learner, Poll, State


def for_instructor(state: State, material: Material, now: float) -> dict:
    """All that the board shows, as JSON values; times are whole minutes."""
    everybody = list(state.learners.values())
    return {
        "count": len(everybody),
        "done": sum(one.done is not None for one in everybody),
        "nowhere": sum(not one.lesson for one in everybody),
        "places": [_place(title, there, now) for name, title in material.places.items()
                   if (there := [one for one in everybody if one.lesson == name])],
        "stuck": [_stuck(one, material, now) for one in sorted(everybody, key=_order) if one.stuck is not None],
        "scenes": [_scene(name, everybody, material) for name in material.scenes
                   if any(name in one.endings for one in everybody)],
        "asks_names": state.asks_names,
        "poll": _poll(state.poll, material) if state.poll else None,
    }


def for_learner(state: State, material: Material, key: str) -> dict:
    """What a learner is told of what the board knows about them, and the question that is asked."""
    learner = state.learners[key]
    poll = state.poll
    return {
        "joined": True,
        "label": learner.label,
        "named": learner.named,
        "lesson": material.places.get(learner.lesson, ""),
        "endings": sum(map(len, learner.endings.values())),
        "stuck": learner.stuck is not None,
        "seen": learner.seen,
        "done": learner.done is not None,
        "poll": {**_poll(poll, material), "id": poll.id, "yours": poll.answers.get(key)} if poll else None,
    }


def _place(title: str, there: list[Learner], now: float) -> dict:
    """``still`` is how long the middle one of those at work has been there, ``took`` how long it took who is done."""
    working = [now - one.since for one in there if one.done is None]
    took = [one.done - one.since for one in there if one.done is not None]
    return {"title": title, "count": len(there), "done": len(took),
            "still": _minutes(median(working)) if working else None, "took": _minutes(median(took)) if took else None}


def _order(learner: Learner) -> tuple:
    """Who waits and has not been seen comes first, and among them who has waited longest."""
    return learner.seen, learner.stuck or 0


def _stuck(learner: Learner, material: Material, now: float) -> dict:
    return {"number": learner.number, "label": learner.label, "seen": learner.seen,
            "place": material.places.get(learner.lesson, ""), "minutes": _minutes(now - learner.stuck)}


def _scene(name: str, everybody: list[Learner], material: Material) -> dict:
    """How many have come to the best ending of a scene, and how many to others alone."""
    scene = material.scenes[name]
    played = [one for one in everybody if name in one.endings]
    best = sum(scene.best in one.endings[name] for one in played)
    return {"title": scene.title, "best": best, "other": len(played) - best}


def _poll(poll: Poll, material: Material) -> dict:
    """The question and its choices; how often each was chosen is told only when the instructor shows it."""
    turn = material.turn(poll.scene, poll.turn)
    given = list(poll.answers.values())
    return {
        "title": material.scenes[poll.scene].title,
        "who": material.scenes[poll.scene].counterpart.name,
        "says": turn.says,
        "open": poll.open,
        "shown": poll.shown,
        "answered": len(given),
        "choices": [{"say": choice.say, "count": given.count(index) if poll.shown else None}
                    for index, choice in enumerate(turn.choices)],
    }


def _minutes(seconds: float) -> int:
    return max(0, int(seconds // 60))
