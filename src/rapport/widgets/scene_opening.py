"""A scene's opening for pages on which nothing runs: the same for every reader, whatever they have played."""

from __future__ import annotations

from ..playing import Scene, Session, script
from ..render.lines import line_html
from ..render.markup import element, escape, page, paragraph

RUN = "Run this cell to play."


def plain(scene: Scene) -> str:
    """The scene in one line."""
    minutes = "1 minute" if scene.minutes == 1 else f"{scene.minutes} minutes"
    return f"Scene “{scene.title}” with {scene.counterpart.name} ({minutes})"


def opening_html(scene: Scene, how: str = RUN) -> str:
    """Setting, aim, first line, first choices and ``how`` to play, as escaped HTML without any outcome."""
    session, who = Session(scene), scene.counterpart
    return page(
        element("h4", escape(scene.title)),
        paragraph(f"A scene with {who.name}, {who.role}. About {scene.minutes} minutes.", "soft"),
        paragraph(scene.setting),
        paragraph(f"Your aim: {scene.objective}"),
        *(line_html(line, who.name) for line in script.opening(session.turn)),
        _answers(session),
        paragraph(how, "note"),
        label=plain(scene),
    )


def _answers(session: Session) -> str:
    if session.turn.write:
        return paragraph(session.turn.write.prompt)
    return element("ol", "".join(element("li", _choice(choice.say)) for choice in session.choices.values()))


def _choice(text: str) -> str:
    lines = script.spoken(text, mine=True)
    return " ".join(
        f"<em>{escape(line.text)}</em>" if line.kind == script.YOUR_DEED else f"“{escape(line.text)}”" for line in lines
    )
