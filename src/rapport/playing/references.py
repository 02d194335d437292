"""Checks that everything a scene names is there, so that no play can stumble."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping

from ..assessing.model import MESSAGE_CRITERIA, PLAN_CRITERIA
from ..documents import Document, Fault, Location
from . import condition
from .scene import END, Reply, Scene, Turn

NUMBER, FLAG = "a number", "a flag"


def reference_faults(scene: Scene, document: Document) -> Iterator[Fault]:
    """Wrong names of turns, state and conditions, and turns that are neither choice nor text."""
    state = {name: FLAG if isinstance(value, bool) else NUMBER for name, value in scene.state.items()}
    yield from _goto_fault(scene.start, scene, document, ("start",))
    yield from _known(scene.debrief.look_back, scene.turns, "turn", document, ("debrief", "look_back"))
    yield from _meter_faults(scene, state, document)
    if END in scene.turns:
        yield document.fault(("turns", END), "No turn may be called “end”.", "“goto: end” leads to the endings.")
    for slug, turn in scene.turns.items():
        yield from _turn_faults(scene, turn, state, document, ("turns", slug))
    yield from _ending_faults(scene, state, document)


def _turn_faults(scene: Scene, turn: Turn, state: Mapping, document: Document, here: Location) -> Iterator[Fault]:
    if bool(turn.choices) == bool(turn.write):
        remedy = "Give it “choices”, or “write” with “replies”; one of the two."
        yield document.fault(here, "A turn is answered by a choice or by a text.", remedy)
    if turn.write:
        yield from _written_faults(scene, turn, state, document, here)
    elif turn.replies or turn.goto:
        remedy = "Move it into each choice." if turn.goto else "Give each choice its “reply”."
        yield document.fault(here, "“replies” and “goto” belong to a turn with “write”.", remedy)
    for index, choice in enumerate(turn.choices):
        place = (*here, "choices", index)
        yield from _goto_fault(choice.goto, scene, document, (*place, "goto"))
        yield from _effect_faults(choice.effect, state, document, (*place, "effect"))
        yield from _condition_faults(lambda: choice.condition, state, document, (*place, "when"))


def _written_faults(scene: Scene, turn: Turn, state: Mapping, document: Document, here: Location) -> Iterator[Fault]:
    words = readable_names()
    for name in state.keys() & words.keys():
        message = f"“{name}” is also something the reading of a text finds."
        yield document.fault(("state", name), message, "Give this part of the state another name.")
    for index, reply in enumerate(turn.replies):
        place = (*here, "replies", index)
        yield from _kind_fault(reply, document, place)
        yield from _effect_faults(reply.effect, state, document, (*place, "effect"))
        yield from _condition_faults(lambda: reply.condition, {**words, **state}, document, (*place, "if"))
        if not (reply.goto or turn.goto):
            yield document.fault(place, "Nothing says where this reply leads.", "Add “goto: …” here or to the turn.")
        if reply.goto:
            yield from _goto_fault(reply.goto, scene, document, (*place, "goto"))
    if turn.goto:
        yield from _goto_fault(turn.goto, scene, document, (*here, "goto"))
    if not (turn.replies and turn.replies[-1].else_) or sum(bool(reply.else_) for reply in turn.replies) > 1:
        remedy = "Let the last reply, and only that one, have “else: true”."
        yield document.fault((*here, "replies"), "A text may be of a kind that no reply is ready for.", remedy)


def _kind_fault(reply: Reply, document: Document, here: Location) -> Iterator[Fault]:
    if sum((reply.if_ is not None, reply.unsure is not None, reply.else_ is not None)) != 1:
        remedy = "Write exactly one of “if: …”, “unsure: true” and “else: true”."
        yield document.fault(here, "It is not clear when this reply is given.", remedy)


def _ending_faults(scene: Scene, state: Mapping, document: Document) -> Iterator[Fault]:
    for slug, ending in scene.endings.items():
        here = ("endings", slug)
        if (ending.when is None) == (ending.else_ is None):
            remedy = "Write exactly one of “when: …” and “else: true”."
            yield document.fault(here, "It is not clear when this ending is taken.", remedy)
        yield from _condition_faults(lambda: ending.condition, state, document, (*here, "when"))
    *before, last = scene.endings.values()
    if not last.else_ or any(ending.else_ for ending in before):
        remedy = "Let the last ending, and only that one, have “else: true”."
        yield document.fault(("endings",), "A play may come to an end that is not written.", remedy)


def _meter_faults(scene: Scene, state: Mapping, document: Document) -> Iterator[Fault]:
    yield from _known(scene.meters, state, "part of the state", document, ("meters",))
    for name in scene.meters:
        if state.get(name) == FLAG:
            message = f"“{name}” is true or false; a meter shows a number."
            yield document.fault(("meters", name), message, "Take this line out.")


def _goto_fault(slug: str, scene: Scene, document: Document, here: Location) -> Iterator[Fault]:
    if slug != END:
        yield from _known([slug], scene.turns, "turn", document, here)


def _effect_faults(effect: Mapping, state: Mapping, document: Document, here: Location) -> Iterator[Fault]:
    yield from _known(effect, state, "part of the state", document, here)
    for name, value in effect.items():
        kind = FLAG if isinstance(value, bool) else NUMBER
        if name in state and state[name] != kind:
            remedy = "Write +1 or -1." if state[name] == NUMBER else "Write true or false."
            yield document.fault((*here, name), f"“{name}” is {state[name]} in “state”, and {kind} here.", remedy)


def _condition_faults(parsed: Callable, names: Mapping, document: Document, here: Location) -> Iterator[Fault]:
    try:
        found = parsed()
    except condition.ConditionError as error:
        yield document.fault(here, f"This condition cannot be read: {error}.", "As in “trust >= 4 and not asked”.")
        return
    for atom in found.names() if found else ():
        wanted = NUMBER if isinstance(atom, condition.Compared) else FLAG
        if atom.name not in names:
            yield document.fault(here, f"The condition tests “{atom.name}”, which is not known.",
                                 _nearest(atom.name, names))
        elif names[atom.name] != wanted:
            remedy = f"Compare it, as in “{atom.name} >= 1”." if wanted == FLAG else f"Write “{atom.name}” alone."
            yield document.fault(here, f"“{atom.name}” is {names[atom.name]}, tested here as {wanted}.", remedy)


def _known(names: Iterable[str], known: Collection[str], kind: str, document: Document, here: Location):
    for name in names:
        if name not in known:
            yield document.fault(here, f"There is no {kind} called “{name}”.", _nearest(name, known))


def _nearest(name: str, known: Collection[str]) -> str:
    near = difflib.get_close_matches(name, list(known), n=1, cutoff=0.5)
    return f"Did you mean “{near[0]}”?" if near else f"Known: {', '.join(sorted(known)) or 'none yet'}."


def readable_names() -> dict[str, str]:
    """What a reply to a written text can test besides the state: every label and every criterion."""
    from .. import catalog

    labels = dict.fromkeys(catalog.labels(), FLAG)
    return labels | dict.fromkeys((*MESSAGE_CRITERIA, *PLAN_CRITERIA), NUMBER)
