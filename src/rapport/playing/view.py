"""All that a page needs to show a play, as plain data; nothing is decided on the page."""

from __future__ import annotations

from .. import catalog
from ..reading.brief import Brief, brief
from . import feedback, script, sureness
from .evidence import evidence, tension
from .explore import Exploration
from .known import Known
from .play import SURENESS, Play
from .scene import Scene, Turn
from .session import Session, Step
from .written import Judged

MOST_REMARKS = 3


def view(play: Play, explored: Exploration, known: Known = Known(), draft: str = "") -> dict:
    """The play as JSON values.

    ``draft`` is put into the field of a written turn (a text that was taken
    back). While an exam is under way nothing is told of what an answer did.
    """
    session, scene = play.session, play.session.scene
    return {
        "title": scene.title,
        "minutes": f"about {scene.minutes} minutes",
        "who": {"name": scene.counterpart.name, "role": scene.counterpart.role, "initials": initials(scene)},
        "setting": scene.setting,
        "objective": scene.objective,
        "exam": play.exam,
        "sat": play.is_sat,
        "log": _log(play),
        "meters": [] if play.is_sat else _meters(session, explored),
        "turn": None if session.over else _turn(play, draft),
        "ending": _ending(play, known) if session.over else None,
        "moves": len(session.moves),
    }


def initials(scene: Scene) -> str:
    """The first letters of the counterpart's first and last names."""
    words = scene.counterpart.name.split()
    return "".join(word[0].upper() for word in dict.fromkeys((words[0], words[-1])))


def _log(play: Play) -> list[dict]:
    session = play.session
    scene, rows = session.scene, []
    for at, step in enumerate(session.steps):
        turn = scene.turns[step.turn]
        rows += map(_line, script.opening(turn))
        rows += map(_line, [*_answer(step), *script.spoken(step.reply)])
        if not play.is_sat:
            rows.append(_note(scene, turn, step, play.sureness[at] if play.exam else None))
    if not session.over:
        rows += map(_line, script.opening(session.turn))
    return rows


def _answer(step: Step) -> list[script.Line]:
    return script.answer(step.said, isinstance(step.move, str))


def _line(line: script.Line) -> dict:
    return {"kind": line.kind, "text": line.text}


def _note(scene: Scene, turn: Turn, step: Step, sure: int | None) -> dict:
    """The feedback on one step: what it did and why, the mistake if it was one, and what could be noticed."""
    notice = step.judged.notice if step.judged else ""
    return {
        "kind": "note",
        "tone": feedback.tone(step),
        "heading": feedback.heading(step),
        "tag": catalog.mistake(step.mistake).title if step.mistake else "",
        "sure": "" if sure is None else f"You said: {SURENESS[sure]}.",
        "text": " ".join(filter(None, (notice, step.why))),
        "cue": turn.cue or "",
        "changes": [_change(words, step.effect[name]) for name, words in scene.shown.items() if step.effect.get(name)],
        "remarks": _remarks(step.judged) if step.judged else [],
    }


def _change(words: str, amount: int) -> str:
    return f"{words}: {'up' if amount > 0 else 'down'} {abs(amount)}"


def _remarks(judged: Judged) -> list[dict]:
    """What the reader of a text found, the sure things first."""
    found = sorted(judged.findings, key=lambda finding: not finding.sure)[:MOST_REMARKS]
    return [
        {
            "title": catalog.mistake(finding.mistake).title + ("" if finding.sure else " (perhaps)"),
            "quote": finding.quote,
            "why": finding.why,
            "try": finding.try_,
        }
        for finding in found
    ]


def _meters(session: Session, explored: Exploration) -> list[dict]:
    """Each shown number as words, from nothing (or where it started, if lower) to the most that can be reached."""
    rows = []
    for name, words in session.scene.shown.items():
        value, low, high = session.state[name], min(0, session.scene.state[name]), explored.ranges[name][1]
        level = feedback.level(value, low, high)
        rows.append({"label": words, "level": level, "words": feedback.amount(value, low, high)})
    return rows


def _turn(play: Play, draft: str) -> dict:
    session, turn = play.session, play.session.turn
    if play.pending is not None:
        return _to_confirm(play)
    rows = [{"move": index, "lines": _choice(choice.say)} for index, choice in session.choices.items()]
    deeds = any(line["kind"] == script.YOUR_DEED for row in rows for line in row["lines"])
    asked = "What do you write?" if turn.write else "What do you do?" if deeds else "What do you say?"
    return {
        "heading": asked,
        "cue": "" if play.exam else turn.cue or "",
        "choices": rows,
        "write": _writing(turn, draft) if turn.write else None,
        "confirm": None,
    }


def _to_confirm(play: Play) -> dict:
    """The answer that waits, and how sure one can be of it."""
    turn, move = play.session.turn, play.pending
    said = move if turn.write else turn.choices[move].say
    lines = [_line(line) for line in script.answer(said, isinstance(move, str))]
    levels = [word[0].upper() + word[1:] for word in SURENESS]
    return {"heading": "How sure are you of this?", "cue": "", "choices": [], "write": None,
            "confirm": {"lines": lines, "levels": levels}}


def _choice(text: str) -> list[dict]:
    return [_line(line) for line in script.spoken(text, mine=True)]


def _writing(turn: Turn, draft: str) -> dict:
    asked: Brief = brief(turn.write.brief)
    return {
        "prompt": turn.write.prompt,
        "limit": asked.limit_words or 0,
        "give": list(asked.can_give),
        "draft": draft,
    }


def _ending(play: Play, known: Known) -> dict:
    session, scene = play.session, play.session.scene
    return {
        "heading": feedback.outcome(scene, session.ending),
        "lines": [_line(line) for line in script.spoken(scene.endings[session.ending].says)],
        "found": f"Endings you have found: {len({*known.endings, session.ending})} of {len(scene.endings)}.",
        "sureness": sureness.summary(session.steps, play.sureness) if play.exam else [],
        "mistakes": _counted(session.mistakes),
        "thought_heading": f"What was {scene.counterpart.name} thinking?",
        "thought": scene.debrief.thought,
        "hides": scene.counterpart.hides,
        "back": [_look_back(session, count) for count in _looked_at(session)],
        "question": scene.debrief.question,
        "evidence": evidence(scene),
        "tension": tension(scene),
    }


def _counted(mistakes: tuple[str, ...]) -> list[str]:
    """The titles of the mistakes made, each once, with how often where that is more than once."""
    counts = {name: mistakes.count(name) for name in mistakes}
    return [catalog.mistake(name).title + (f" ({count} times)" if count > 1 else "") for name, count in counts.items()]


def _looked_at(session: Session) -> list[int]:
    wanted = session.scene.debrief.look_back
    return [count for count, step in enumerate(session.steps) if step.turn in wanted]


def _look_back(session: Session, count: int) -> dict:
    step = session.steps[count]
    turn = session.scene.turns[step.turn]
    return {
        "moves": count,
        "lines": [_line(line) for line in (*script.spoken(turn.says), *_answer(step))],
        "cue": turn.cue or "",
    }
