"""Reads the answer to a scene: the transcript of a play, which is played again.

The ending gives the mark. What does not check out gets none and waits for a person.
"""

from __future__ import annotations

from ..answers import answer_text, is_untouched
from ..playing import load_scene
from ..playing.transcripts import check, mark
from ..render.played import played_html, played_text
from .handed_in import WITHOUT_TEXT
from .result import Reading, for_a_person, shown, strong

NOTHING = "No play was handed in here."


def read_played(source: str, scene_id: str, review: str = "") -> Reading:
    """Read the transcript in a cell's ``source`` for a scene.

    ``review`` says why a person must look whatever is found. Raises
    catalog.Unknown or documents.Faulty for a scene that cannot be used.
    """
    text = answer_text(source).prose
    if review in WITHOUT_TEXT:
        return for_a_person(review)
    if is_untouched(text):
        return Reading(0, review, NOTHING, shown(strong(NOTHING)))
    checked = check(load_scene(scene_id), text)
    notes = [review] if review else []
    comment = "\n\n".join([*notes, played_text(checked)])
    html = shown("".join([*map(strong, notes), played_html(checked, whole=True)]))
    if checked.session is None:
        return Reading(None, review or checked.reason, comment, html)
    return Reading(mark(checked.session), review, comment, html)
