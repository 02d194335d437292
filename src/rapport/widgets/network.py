"""The learner's own people: a list to write, a picture of it, and up to five of them chosen to write to."""

from __future__ import annotations

import traitlets

from ..capstone import keeping
from ..capstone.describing import chosen_line, number, questions, summary
from ..capstone.network import CLOSE, HOW, LAST, LONGEST_LINE, LONGEST_NAME, Misfit, Network, Person
from ..capstone.picture import as_html, initials, picture
from ..render.markup import element, page, paragraph
from ..render.tree import as_tree
from ..render.words import capital
from .lesson_part import NOT_KEPT, LessonPart, own_file, script, sheet

TITLE = "Your map"
PRIVATE = "This list stays in a file on this machine. No other part of the course reads it, and it is sent nowhere."
STATIC = "Run this cell (the play button, or Shift+Enter) to draw your own map here. Paper will do as well."
FIELDS = (
    {"name": "name", "label": "Name or initials", "longest": LONGEST_NAME},
    {"name": "how", "label": "How do you know them?", "options": [list(one) for one in HOW.items()]},
    {"name": "close", "label": "How close are you?", "options": [list(one) for one in CLOSE.items()]},
    {"name": "last", "label": "When were you last in touch?", "options": [list(one) for one in LAST.items()]},
    {"name": "give", "label": "What could you give or tell them?", "help": "One line. It can stay empty for now.",
     "longest": LONGEST_LINE},
)
_MOST_UNDONE = 50


class NetworkWidget(LessonPart):
    """A list editor with a picture.

    ``view`` is everything that the page shows. Messages from the page have ``do``: add (with ``person``), change (with
    ``id`` and ``person``), remove, choose (with ``chosen``), reason (with ``text``), each with ``id``; undo; and clear.
    """

    _esm = script("form_fields", "svg_tree", "network")
    _css = sheet("form_fields", "network_map", "network")
    view = traitlets.Dict().tag(sync=True)

    def __init__(self):
        super().__init__()
        self._network = keeping.load()
        self._before: list[tuple[Network, str]] = []
        self._done = 0
        self._show()
        self.on_msg(self._receive)

    def __repr__(self) -> str:
        return f"{TITLE}\n{PRIVATE}\n{STATIC}"

    def opening(self) -> str:
        """The empty map."""
        drawn = element("div", as_html(picture(Network())), "map-frame")
        look = element("style", own_file("network_map.css"))
        return page(look, element("h4", TITLE), paragraph(PRIVATE), drawn, paragraph(STATIC, "note"), label=TITLE)

    def _receive(self, _widget: object, message: object, _buffers: object) -> None:
        """Do what the page asks; what cannot be done becomes a sentence at its field."""
        if not isinstance(message, dict):
            return
        try:
            self._act(message)
        except Misfit as error:
            self._show(fault=error)

    def _act(self, message: dict) -> None:
        now, who = self._network, message.get("id")
        told = message.get("person") if isinstance(message.get("person"), dict) else {}
        name = next((person.name for person in now.people if person.id == who), "")
        match message.get("do"):
            case "add":
                after = now.with_person(told)
                self._become(after, f"{after.people[-1].name} is on your map.", is_form=True)
            case "change":
                self._become(now.changed(who, told), f"{name} is changed.", is_form=True)
            case "remove":
                self._become(now.without(who), f"{name} is removed.")
            case "choose":
                chosen = message.get("chosen") is True
                self._become(now.choosing(who, chosen), f"{name} is {'chosen' if chosen else 'no longer chosen'}.")
            case "reason":
                self._become(now.because(who, message.get("text")), f"Your reason for {name} is kept.")
            case "clear":
                self._become(Network(), "Your map is empty, and its file is deleted.")
            case "undo" if self._before:
                self._network, said = self._before.pop()
                self._keep(f"Taken back: {said}")

    def _become(self, after: Network, said: str, is_form: bool = False) -> None:
        if after == self._network:
            self._show(done=is_form)
            return
        self._before = [*self._before, (self._network, said)][-_MOST_UNDONE:]
        self._network = after
        self._keep(said, is_form)

    def _keep(self, said: str, is_form: bool = False) -> None:
        kept = keeping.keep(self._network)
        self._show(said, done=is_form, warning="" if kept else NOT_KEPT)

    def _show(self, said: str = "", done: bool = False, warning: str = "", fault: Misfit | None = None) -> None:
        network, marks = self._network, initials(self._network)
        self._done += done
        people = len(network.people)
        self.view = {
            "title": TITLE, "private": PRIVATE, "fields": list(FIELDS), "done": self._done,
            "heading": "Your people: nobody yet" if not people else f"Your people: {number(people)}",
            "people": [_row(person, marks[person.id]) for person in network.people],
            "picture": as_tree(picture(network)),
            "words": summary(network), "questions": questions(network),
            "chosen": chosen_line(network) if people else "",
            "undo": f"Take back: {self._before[-1][1]}" if self._before else "",
            "said": said, "warning": warning,
            "fault": {"field": fault.field, "text": str(fault)} if fault else None,
            "count": self.view.get("count", 0) + 1,
        }


def _row(person: Person, mark: str) -> dict:
    told = {field: getattr(person, field) for field in ("name", "how", "last", "close", "give")}
    line = f"{capital(HOW[person.how])}, {CLOSE[person.close]}, {LAST[person.last]}"
    return {"id": person.id, "mark": mark, "line": line, "dormant": person.dormant, "chosen": person.chosen,
            "reason": person.reason, **told}
