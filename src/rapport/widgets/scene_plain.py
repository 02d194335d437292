"""The player of role-play scenes for servers that have ipywidgets but not anywidget.

It draws the same ``view`` with ipywidgets alone. It has no script of its own, so
its buttons are reached with Tab only: a number on the keyboard does nothing.
"""

from __future__ import annotations

from ipywidgets import HTML, Button, HBox, Textarea, VBox

from ..playing import Scene
from ..playing.written import Assess, read_draft
from . import scene_html
from .plain_parts import button, focus_when_shown, replace, style
from .scene_opening import opening_html, plain
from .scene_player import Player


class PlainScene(VBox):
    """Shows the ``view`` of a ``Player``. Every button knows the point of the play that it was drawn at."""

    def __init__(self, scene: Scene, assess: Assess = read_draft, **options):
        self.scene = scene
        self._player = Player(scene, assess)
        self._drawn: object = None
        self._past, self._newest, self._alerts, self._meters, self._script = (HTML() for _ in range(5))
        self._stage, self._tools = VBox(), HBox()
        self._tools.add_class("rps-tools")
        self._read = button("Transcript", lambda: self._do("transcript"), "rps-tool")
        head = HTML(style("scene.css", "scene_panels.css", "plain.css") + scene_html.head(self.view))
        told = (head, self._past, self._newest, self._alerts, self._meters)
        card = VBox([*told, self._stage, self._tools, self._script])
        card.add_class("rps-card")
        super().__init__([card], **options)
        for name in ("rapport-scene", "rapport-plain"):
            self.add_class(name)
        self._draw()

    @property
    def view(self) -> dict:
        """Everything that is shown."""
        return self._player.view

    def __repr__(self) -> str:
        return plain(self.scene)

    def _repr_mimebundle_(self, **options):
        """The live widget, and for pages without one the scene's opening."""
        data = super()._repr_mimebundle_(**options)
        return {**data, "text/html": opening_html(self.scene), "text/plain": plain(self.scene)}

    def _do(self, do: str, moves: int | None = None, **content: object) -> None:
        """Say to the player what the learner did while the page showed ``moves`` moves (default: as many as now)."""
        self._player.receive({"do": do, "moves": self.view["moves"] if moves is None else moves, **content})
        self._draw(acted=True)

    def _draw(self, acted: bool = False) -> None:
        view, name = self.view, self.view["who"]["name"]
        past, newest = _parted(view["log"])
        self._past.value = scene_html.conversation(past, name, "What was said before")
        self._newest.value = scene_html.conversation(newest, name, "The conversation", role="log", aria_live="polite")
        self._alerts.value = scene_html.alerts(view["note"], view["error"])
        self._meters.value = scene_html.meters(view["meters"])
        self._script.value = scene_html.transcript(view["transcript"])
        self._read.description = "Hide the transcript" if view["transcript"] else "Transcript"
        point = (view["log"], view["can_undo"], view["exam"], bool(view["turn"] and view["turn"]["confirm"]))
        if self._drawn != point:  # or what is being written would be lost
            self._drawn = point
            again = self._button("Start again", "restart")
            stage = self._end() if view["ending"] else self._turn()
            if acted:  # or the focus would go with the button that was pressed
                focus_when_shown(next((part for part in stage if not isinstance(part, HTML)), again))
            replace(self._stage, stage)
            undo = self._button("Undo", "undo", off=not view["can_undo"])
            replace(self._tools, [undo, again, self._read, *self._manner()])

    def _manner(self) -> list:
        """Before the first answer, the way from practice to exam and back."""
        if self.view["moves"] or not self.view["turn"] or self.view["turn"]["confirm"]:
            return []
        exam = not self.view["exam"]
        return [self._button("Play it as an exam" if exam else "Play it for practice", "mode", exam=exam)]

    def _turn(self) -> list:
        turn = self.view["turn"]
        parts = [HTML(scene_html.heading(turn["heading"]))]
        if turn["confirm"]:
            return [*parts, *self._to_confirm(turn["confirm"])]
        if turn["write"]:
            parts += self._writing(turn["write"])
        for number, choice in enumerate(turn["choices"], start=1):
            text = scene_html.choice(number, choice["lines"])
            parts.append(self._button(text, "choose", "rps-choice", move=choice["move"]))
        return [*parts, HTML(scene_html.cue(turn["cue"]))]

    def _to_confirm(self, confirm: dict) -> list:
        """In an exam: the answer that waits, and how sure the learner is of it."""
        said = HTML(scene_html.conversation(confirm["lines"], "", "Your answer"))
        levels = [self._button(f"{number}. {words}", "sure", "rps-choice", level=number - 1)
                  for number, words in enumerate(confirm["levels"], start=1)]
        return [said, *levels, self._button("Change my answer", "think")]

    def _writing(self, writing: dict) -> list:
        limit = f" At most {writing['limit']} words." if writing["limit"] else ""
        field = Textarea(writing["draft"], description=writing["prompt"] + limit, rows=6)
        moves = self.view["moves"]
        return [field, button("Send", lambda: self._do("write", moves, text=field.value), "rps-send")]

    def _end(self) -> list:
        end, name = self.view["ending"], self.view["who"]["name"]
        parts = [HTML(scene_html.ending(self.view))]
        for row in end["back"]:
            again = self._button("Try this moment again", "back", count=row["moves"])
            parts += [HTML(scene_html.look_back(row, name)), again]
        return [*parts, HTML(scene_html.questions(end))]

    def _button(self, text: str, do: str, kind: str = "rps-tool", off: bool = False, **content: object) -> Button:
        moves = self.view["moves"]
        return button(text, lambda: self._do(do, moves, **content), kind, off)


def _parted(rows: list[dict]) -> tuple[list[dict], list[dict]]:
    """The log up to the last step but one, and all that came since."""
    notes = [index for index, row in enumerate(rows) if row["kind"] == "note"]
    start = notes[-2] + 1 if len(notes) > 1 else 0
    return rows[:start], rows[start:]

