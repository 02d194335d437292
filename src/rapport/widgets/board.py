"""A learner's place in their class: what they share, that they are stuck or done, and the question that is asked."""

from __future__ import annotations

import traitlets

from ..render.markup import element, escape, page, paragraph
from ..sharing import consent, listening, telling
from ..sharing.messenger import THE, Messenger, News
from .lesson_part import LessonPart, script, sheet


class BoardWidget(LessonPart):
    """``view`` is everything that the page shows. Messages have ``do``:

    - share (with ``how``, one of consent.ANSWERS) and change, which asks again;
    - stuck, done, going, and answer (with ``poll`` and ``choice``);
    - look, which the page sends now and then while somebody can see it and ``live`` is true.
    """

    _esm = script("form_fields", "board")
    _css = sheet("form_fields", "board")
    view = traitlets.Dict().tag(sync=True)

    def __init__(self, messenger: Messenger = THE):
        super().__init__()
        self._messenger = messenger
        self._answer: dict = {}
        self._asking = not consent.given()
        messenger.hear = self._hear
        self._show()
        self.on_msg(self._receive)
        if consent.agreed():
            messenger.look()
        elif consent.owes_leaving():
            messenger.leave()

    def __repr__(self) -> str:
        return f"{telling.TITLE}\n{telling.INTRO}\n{telling.STATIC}"

    def opening(self) -> str:
        """What the part is for; the same for everybody."""
        title = element("h4", escape(telling.TITLE))
        return page(title, paragraph(telling.INTRO), paragraph(telling.STATIC, "note"), label=telling.TITLE)

    def _receive(self, _widget: object, message: object, _buffers: object) -> None:
        do = message.get("do") if isinstance(message, dict) else None
        if do == "share" and message.get("how") in consent.ANSWERS:
            self._share(message["how"])
        elif do == "change":
            self._asking = True
            self._show()
        elif consent.agreed() and do == "look":
            self._messenger.look()
        elif consent.agreed() and do in ("stuck", "done", "going"):
            self._messenger.tell({"do": do})
        elif consent.agreed() and do == "answer":
            self._messenger.tell({"do": do, "poll": message.get("poll"), "choice": message.get("choice")})

    def _share(self, how: str) -> None:
        owes = consent.agreed() or consent.owes_leaving()
        if not consent.give(how):
            if owes:
                self._messenger.leave()
            self._show(said=telling.NOT_KEPT)
            return
        self._asking = False
        if how == consent.NO:
            self._answer = {}
            if owes:
                self._messenger.leave()
            self._show()
        else:
            self._show(said=telling.JOINING)
            self._messenger.tell({"do": "join", "named": how == consent.NAMED})
            listening.tell_lesson()

    def _hear(self, news: News) -> None:
        """What became of a message, from the thread that sends."""
        if news.answer is None:
            self._show(said=telling.TROUBLE if consent.agreed() else "")
            return
        self._answer = news.answer or self._answer
        anew = not consent.given() and not self._asking
        self._asking = self._asking or anew
        self._show(said=news.refused or (telling.ANEW if anew else ""))

    def _show(self, said: str = "") -> None:
        joined = self._answer if consent.agreed() and self._answer.get("joined") else {}
        options = [{"how": how, "label": label, "note": note} for how, (label, note) in telling.OPTIONS.items()]
        self.view = {
            "title": telling.TITLE,
            "asking": {"intro": [telling.INTRO, telling.SHARED], "question": telling.QUESTION, "options": options,
                       "given": consent.given()} if self._asking else None,
            "lines": [] if self._asking else telling.on_board(joined) if joined else [_without(said)],
            "buttons": [{"do": do, "label": label} for do, label in telling.buttons(joined)] if joined else [],
            "poll": _poll(joined.get("poll")) if joined.get("poll") else None,
            "change": "" if self._asking else telling.CHANGE,
            "live": consent.agreed() or consent.owes_leaving(),
            "said": said,
        }


def _without(said: str) -> str:
    """What to say of a learner who is not on the board."""
    if consent.agreed():
        return "" if said else telling.JOINING
    if consent.owes_leaving():
        return telling.NOT_TAKEN_BACK
    return telling.SAID_NO


def _poll(poll: dict) -> dict:
    """The question as the page shows it; a count is a sentence, or empty while it is not shown."""
    answered = poll["answered"]
    return {
        "id": poll["id"],
        "heading": telling.POLL,
        "about": f"From “{poll['title']}”. {poll['who']}:",
        "says": poll["says"],
        "note": "" if poll["open"] else telling.POLL_OVER,
        "open": poll["open"],
        "choices": [
            {"say": choice["say"], "yours": poll["yours"] == index,
             "count": "" if choice["count"] is None else f"{choice['count']} of {answered}"}
            for index, choice in enumerate(poll["choices"])],
    }
