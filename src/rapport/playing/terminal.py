"""Plays a scene in a terminal."""

from __future__ import annotations

import sys
import textwrap
from collections.abc import Callable, Sequence

from .. import catalog
from . import script
from .evidence import evidence, tension
from .feedback import heading, outcome
from .scene import Scene
from .session import Misfit, Move, Session
from .written import Assess, read_draft

Ask = Callable[[str], str]
Tell = Callable[[str], None]

KEYS = "Type a number; u takes the last step back, r starts again, q leaves."
OK, WRONG = 0, 2


def play(
    scene: Scene,
    moves: Sequence[Move] | None = None,
    ask: Ask = input,
    tell: Tell = print,
    assess: Assess = read_draft,
) -> int:
    """Play a scene with a person, or only replay ``moves`` where they are given.

    ``ask`` shows a prompt and returns a line; ``tell`` shows a text. Returns the
    exit code: 0, or 2 where a move does not fit (told on standard error).
    """
    try:
        session = Session(scene, tuple(moves or ()), assess)
    except Misfit as error:
        print(error, file=sys.stderr)
        return WRONG
    tell(_introduction(scene))
    if moves is not None:
        _retell(session, tell)
        return OK
    try:
        _converse(session, ask, tell)
    except (EOFError, KeyboardInterrupt):
        tell("")
    return OK


def _converse(session: Session, ask: Ask, tell: Tell) -> None:
    """Ask for one move after the other until the learner leaves."""
    _show_turn(session, tell)
    while True:
        word = ask("> ").strip()
        if word.lower() == "q":
            return
        try:
            after = _moved(session, word)
        except Misfit as error:
            tell(str(error))
            continue
        if len(after.moves) > len(session.moves):
            _show_step(after, len(after.moves) - 1, tell)
        session = after
        (_show_end if session.over else _show_turn)(session, tell)


def _moved(session: Session, word: str) -> Session:
    """The play after what was typed. Raises Misfit."""
    if word.lower() == "u":
        return session.undo()
    if word.lower() == "r":
        return session.restart()
    if session.over:
        raise Misfit("The scene is over: u takes the last step back, r starts again, q leaves.")
    if session.turn.write:
        return session.write(word)
    open_choices = list(session.choices)
    if not word.isdecimal() or not 1 <= int(word) <= len(open_choices):
        raise Misfit(f"Type a number from 1 to {len(open_choices)}, or u, r or q.")
    return session.choose(open_choices[int(word) - 1])


def _retell(session: Session, tell: Tell) -> None:
    for count in range(len(session.moves)):
        before = session.back_to(count)
        _tell_lines(script.opening(before.turn), session, tell)
        _show_step(session, count, tell)
    (_show_end if session.over else _show_turn)(session, tell)


def _show_turn(session: Session, tell: Tell) -> None:
    turn = session.turn
    _tell_lines(script.opening(turn), session, tell)
    if turn.write:
        tell(_wrapped(f"{turn.write.prompt} Write it on one line. (u, r and q alone keep their meaning.)"))
        return
    for number, choice in enumerate(session.choices.values(), start=1):
        tell(_wrapped(choice.say, f"{number:>2}  "))
    tell(f"\n{KEYS}")


def _show_step(session: Session, index: int, tell: Tell) -> None:
    step = session.steps[index]
    tell("")
    _tell_lines(script.answer(step.said, isinstance(step.move, str)), session, tell)
    _tell_lines(script.spoken(step.reply), session, tell)
    if step.mistake:
        tell(_wrapped(f"{heading(step)}: {catalog.mistake(step.mistake).title}", "   | "))
    if step.why:
        tell(_wrapped(step.why, "   | ") + "\n")


def _show_end(session: Session, tell: Tell) -> None:
    scene = session.scene
    ending, debrief = scene.endings[session.ending], scene.debrief
    tell(f"{'* * *':^{script.WIDTH}}\n")
    _tell_lines(script.spoken(ending.says), session, tell)
    tell(f"{outcome(scene, session.ending)}\n")
    tell(_wrapped(f"What {scene.counterpart.name} did not say: {debrief.thought}") + "\n")
    tell(_wrapped(f"To think about: {debrief.question}") + "\n")
    if cited := evidence(scene):
        found = " ".join(filter(None, (cited["finding"], cited["caution"])))
        tell(_wrapped(f"What research found: {found} ({cited['citation']})") + "\n")
    if open_question := tension(scene):
        tell(_wrapped(f"Here our sources disagree. {open_question['title']}.") + "\n")
        tell(_wrapped(f"Some say: {open_question['side_a']}", "   | "))
        tell(_wrapped(f"Others say: {open_question['side_b']}", "   | ") + "\n")


def _tell_lines(lines, session: Session, tell: Tell) -> None:
    for line in lines:
        tell(script.as_text(line, session.scene.counterpart.name))


def _introduction(scene: Scene) -> str:
    who = f"{scene.counterpart.name}, {scene.counterpart.role}"
    paragraphs = (scene.setting, f"You talk with {who}.", f"Your aim: {scene.objective}")
    return "\n".join([scene.title, "=" * len(scene.title), "", *(f"{_wrapped(text)}\n" for text in paragraphs)])


def _wrapped(text: str, indent: str = "") -> str:
    later = indent if "|" in indent else " " * len(indent)
    return textwrap.fill(text, script.WIDTH, initial_indent=indent, subsequent_indent=later)
