"""What running an answer to a scene does: the play comes into the box, or the one in the box is checked."""

from __future__ import annotations

from collections.abc import Callable

from .. import catalog, render
from ..answers import Answer, is_untouched
from ..documents import Faulty
from ..playing import Scene, Session, load_scene
from ..playing.finished import last_finished
from ..playing.transcripts import Checked, check, write
from ..render import Card
from ..render.markup import element, escape, page
from ..render.played import played_html, played_text
from .replies import above, example_of, not_found

NOT_YET = "There is no finished play yet. Play the scene above to its end, then run this cell again (Shift+Enter)."
FILLED = "Your play is in the box now. Save the page, and it is kept."
STILL_EMPTY = "Is the box above still empty? Then copy your play from here into it, under its first line."
RENEWED = (
    "You have finished another play since. To hand in that one, delete everything under the first line of the box "
    "and run the cell again."
)
REPLACE = (
    "To put in your last finished play, delete everything under the first line of the box and run the cell again."
)


def reply(answer: Answer, fill: Callable[[str], None], remark: str = "") -> Card:
    """Bring the last finished play into an empty box, or check the transcript that stands in it.

    ``fill`` replaces the whole text of the cell, where the page can do that;
    ``remark`` is put above what is said.
    """
    if answer.subject is None:
        line = f"%%played {example_of('played')}"
        return render.note(f"Please say on the first line which scene you played, such as “{line}”.")
    try:
        scene = load_scene(answer.subject)
    except catalog.Unknown as error:
        return render.note(not_found("played", "scene", error))
    except Faulty as error:
        return render.note(*str(error).splitlines())
    last = last_finished(scene)
    if is_untouched(answer.prose):
        return _brought(scene, last, fill) if last else render.note(NOT_YET)
    return _checked(scene, answer.prose, last, remark)


def _brought(scene: Scene, last: Session, fill: Callable[[str], None]) -> Card:
    text = write(last)
    fill(f"%%played {scene.id}\n{text}")
    return above(above(render.note(FILLED), _result(check(scene, text))), _to_copy(text))


def _checked(scene: Scene, text: str, last: Session | None, remark: str) -> Card:
    checked = check(scene, text)
    remarks = [sentence for sentence in (remark, _advice(checked.session, last)) if sentence]
    return above(render.note(*remarks) if remarks else None, _result(checked))


def _advice(handed_in: Session | None, last: Session | None) -> str:
    if last is None or (handed_in and handed_in.moves == last.moves):
        return ""
    return RENEWED if handed_in else REPLACE


def _result(checked: Checked) -> Card:
    return Card(played_html(checked), played_text(checked))


def _to_copy(text: str) -> Card:
    """Not every page lets a cell's text be replaced, and none says whether it did."""
    box = element("details", element("summary", escape(STILL_EMPTY)) + element("pre", escape(text), style="white-space: pre-wrap"))
    return Card(page(box, label="Your play, to copy"), f"{STILL_EMPTY}\n\n{text}")
