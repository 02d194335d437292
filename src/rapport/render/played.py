"""What the transcript of a play comes to: the same words for the learner who hands it in and for the grader."""

from __future__ import annotations

from .. import catalog
from ..playing import script
from ..playing.feedback import outcome
from ..playing.session import Session, Step
from ..playing.transcripts import FULL, Checked, mark
from .lines import line_html
from .markup import element, escape, heading, page, paragraph

FITS = "This transcript fits the scene."
FITS_NOT = "This transcript cannot be confirmed. Where your work is graded, a person decides."
MISTAKES, NO_MISTAKES = "Mistakes on the way", "No mistakes on the way."
LABEL = "Your play"


def played_text(checked: Checked) -> str:
    """Whether the transcript holds, how the play ended and the mistakes made on the way, as plain text."""
    session = checked.session
    if session is None:
        return f"{FITS_NOT}\n{checked.reason}"
    slips = [f"- {_title(step)}: “{_said(step)}” {step.why}" for step in _slips(session)]
    return "\n".join([
        f"{_score(session)} ({outcome(session.scene, session.ending)})",
        FITS,
        "",
        session.scene.endings[session.ending].says,
        "",
        *([f"{MISTAKES}:", *slips] if slips else [NO_MISTAKES]),
    ])


def played_html(checked: Checked, whole: bool = False) -> str:
    """The same as a self-contained card; where it is to be shown ``whole``, with the play itself."""
    session = checked.session
    if session is None:
        return page(paragraph(FITS_NOT, "note"), paragraph(checked.reason), label=LABEL)
    ending = script.spoken(session.scene.endings[session.ending].says)
    slips = "".join(map(_slip_html, _slips(session)))
    return page(
        _score_html(session),
        paragraph(FITS),
        element("div", _lines_html(session, ending), "draft"),
        heading(MISTAKES) + element("ul", slips, "findings") if slips else paragraph(NO_MISTAKES),
        _play_html(session) if whole else "",
        label=LABEL,
    )


def _score_html(session: Session) -> str:
    said = element("span", escape(outcome(session.scene, session.ending)), "soft")
    return element("p", f"{element('strong', escape(_score(session)), 'score')} {said}")


def _slip_html(step: Step) -> str:
    quote = element("span", f"“{escape(_said(step))}”", "quote")
    return element("li", f"<strong>{escape(_title(step))}</strong> {quote} {escape(step.why)}")


def _play_html(session: Session) -> str:
    return heading(session.scene.title) + paragraph(session.scene.setting) + _lines_html(session, script.lines(session))


def _lines_html(session: Session, lines: list[script.Line]) -> str:
    return "\n".join(line_html(line, session.scene.counterpart.name) for line in lines)


def _slips(session: Session) -> list[Step]:
    return [step for step in session.steps if step.mistake]


def _said(step: Step) -> str:
    return " ".join(line.text for line in script.spoken(step.said, mine=True))


def _title(step: Step) -> str:
    return catalog.mistake(step.mistake).title


def _score(session: Session) -> str:
    return f"{mark(session):g} of {FULL}"
