"""A form that makes a brief of the learner's own situation, and the list of those that are made."""

from __future__ import annotations

import traitlets

from .. import memory
from ..capstone import brief_form
from ..capstone.brief_form import FIELDS, MESSAGE, PLAN, Field, Unfit
from ..reading import brief as briefs
from ..render.markup import bullets, element, heading, page, paragraph
from ..render.words import capital, counted
from .lesson_part import NOT_KEPT, LessonPart, script, sheet

TITLE = "A situation of your own"
PRIVATE = "What you write here stays in a file on this machine. Use first names or made-up names if you like."
STATIC = "Run this cell (the play button, or Shift+Enter) to fill in the form."
FORMS = {MESSAGE: "A message", PLAN: "A plan for the weeks to come"}
UNFINISHED = "capstone/unfinished-brief"


class MyBriefWidget(LessonPart):
    """A form in two kinds.

    ``view`` is everything that the page shows. Messages from the page have ``do``: save (``form``, ``answers``, and
    ``id`` where an own brief is changed), open and remove (``id``), and unfinished (``form`` and ``answers``), which
    keeps what is typed without checking it.
    """

    _esm = script("form_fields", "my_brief")
    _css = sheet("form_fields", "my_brief")
    view = traitlets.Dict().tag(sync=True)

    def __init__(self):
        super().__init__()
        saved = memory.load(UNFINISHED)
        saved = saved if isinstance(saved, dict) else {}
        self._form = saved.get("form") if saved.get("form") in FORMS else MESSAGE
        self._answers = _texts(saved.get("answers"))
        self._id, self._filled = "", 0
        self._show(fill=True)
        self.on_msg(self._receive)

    def __repr__(self) -> str:
        return f"{TITLE}\n{PRIVATE}\n{STATIC}"

    def opening(self) -> str:
        """What the form asks for, without any answer."""
        asked = (heading(name) + bullets(field.label for field in FIELDS[form]) for form, name in FORMS.items())
        return page(element("h4", TITLE), paragraph(PRIVATE), *asked, paragraph(STATIC, "note"), label=TITLE)

    def _receive(self, _widget: object, message: object, _buffers: object) -> None:
        if not isinstance(message, dict):
            return
        acts = {"save": self._save, "open": self._open, "remove": self._remove, "unfinished": self._unfinished}
        if act := acts.get(str(message.get("do"))):
            act(message)

    def _save(self, message: dict) -> None:
        form, answers = message.get("form"), _texts(message.get("answers"))
        if form not in FORMS:
            return
        try:
            made, keeps = brief_form.save(form, answers, str(message.get("id") or ""))
        except Unfit as error:
            count = len(error.faults)
            said = f"{capital(counted(count, 'field'))} {'needs' if count == 1 else 'need'} a word more."
            self._show(said, faults=error.faults)
            return
        memory.forget(UNFINISHED)
        self._answers, self._id = {}, ""
        said = f"“{made.title}” is kept. Its name is {made.id}. Run the box with your places to write, and it stands there."
        self._show(said if keeps else "", fill=True, warning="" if keeps else NOT_KEPT)

    def _open(self, message: dict) -> None:
        name = str(message.get("id"))
        if name in briefs.own_ids():
            made = briefs.own(name)
            self._form, self._answers, self._id = (PLAN if made.is_plan else MESSAGE), brief_form.answers_of(made), name
            self._show(f"“{made.title}” is open for change.", fill=True)

    def _remove(self, message: dict) -> None:
        name = str(message.get("id"))
        if name in briefs.own_ids():
            title = briefs.own(name).title
            brief_form.forget(name)
            if self._id == name:
                self._id, self._answers = "", {}
            self._show(f"“{title}” is removed. What you wrote for it is still on this machine.", fill=True)

    def _unfinished(self, message: dict) -> None:
        if message.get("form") in FORMS and not message.get("id"):
            memory.save(UNFINISHED, {"form": message["form"], "answers": _texts(message.get("answers"))})

    def _show(self, said: str = "", fill: bool = False, warning: str = "", faults: dict | None = None) -> None:
        self._filled += fill
        self.view = {
            "title": TITLE, "private": PRIVATE, "forms": FORMS,
            "fields": {form: [_field(one) for one in FIELDS[form]] for form in FORMS},
            "form": self._form, "answers": self._answers, "id": self._id, "filled": self._filled,
            "own": [{"id": made.id, "title": made.title, "form": FORMS[PLAN if made.is_plan else MESSAGE]}
                    for made in map(briefs.own, briefs.own_ids())],
            "said": said, "warning": warning, "faults": faults or {}, "count": self.view.get("count", 0) + 1,
        }


def _field(field: Field) -> dict:
    shown = {"name": field.name, "label": field.label, "help": field.help, "rows": field.rows}
    return {**shown, "options": [list(one) for one in field.options.items()]} if field.options is not None else shown


def _texts(answers: object) -> dict[str, str]:
    found = answers if isinstance(answers, dict) else {}
    return {str(name): text for name, text in found.items() if isinstance(text, str)}
