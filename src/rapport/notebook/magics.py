"""The magics of one IPython session, and the hook that catches prose run as code."""

from __future__ import annotations

from IPython.core.inputtransformer2 import TransformerManager
from IPython.display import display

from ..answers import Answer, answer_text, command_named, holds_moves, is_untouched
from ..catalog import Unknown
from ..documents import Faulty
from ..reading.brief import brief as brief_named
from ..render import Card, note
from .reflected import reply as reply_to_reflection
from .replies import first_line, line_lost, reply
from .stray import brief_by_names, is_stray


class Answers:
    """Reads answer cells. Remembers what each cell answered, so that a lost first line can be told."""

    def __init__(self, ip):
        self._ip = ip
        self._answered: dict[str, tuple[str, str]] = {}
        self.rescue = _marked(self._rescue)

    def draft(self, line: str, cell: str) -> None:
        """Read the cell as a message for the situation named on its first line: %%draft after-the-event"""
        self._answer("draft", f"%%draft {line}\n{cell}")

    def plan(self, line: str, cell: str) -> None:
        """Read the cell as a follow-up plan, one step a line: %%plan plan-after-conference"""
        self._answer("plan", f"%%plan {line}\n{cell}")

    def played(self, line: str, cell: str) -> None:
        """Bring the last finished play of a scene into this cell, or check the one in it: %%played the-strap"""
        self._answer("played", f"%%played {line}\n{cell}")

    def reflect(self, line: str, cell: str) -> None:
        """Keep and count what somebody thinks, looking back; a person reads it: %%reflect looking-back"""
        self._answer("reflect", f"%%reflect {line}\n{cell}")

    def stray(self, line: str, cell: str) -> None:
        """Read prose whose first line is lost or mistyped; cells get here by themselves."""
        command, answer = command_named(cell), answer_text(cell)
        if answer.subject is None:
            command, subject = self._guessed(command, answer.prose)
            answer = Answer(subject, answer.prose)
        command = command or "draft"
        if answer.subject is None:
            _show(note(line_lost(command)))
            return
        _show(self._reply(command, answer, _put_back(command, answer)))

    def _answer(self, command: str, source: str) -> None:
        answer = answer_text(source)
        if (cell := self._cell()) and answer.subject:
            self._answered[cell] = command, answer.subject
        _show(self._reply(command, answer))

    def _reply(self, command: str, answer: Answer, remark: str = "") -> Card:
        if command == "reflect":
            return reply_to_reflection(answer, remark)
        if command != "played":
            return reply(command, answer, remark)
        from .played import reply as reply_to_play  # scenes are costly to import, and many a page has none

        return reply_to_play(answer, self._fill, remark)

    def _fill(self, text: str) -> None:
        """Ask the page to put ``text`` in the running cell, in IPython's way; the browser edition has only this one."""
        payload = {"source": "set_next_input", "text": text, "replace": True}
        self._ip.payload_manager.write_payload(payload)

    def _rescue(self, lines: list[str]) -> list[str]:
        source = "".join(lines)
        if not is_stray(source, self._knows_magic, self._transformed):
            return lines
        return [f"get_ipython().run_cell_magic('rapport_stray', '', {source!r})\n"]

    def _guessed(self, command: str | None, prose: str) -> tuple[str | None, str | None]:
        if (cell := self._cell()) in self._answered:
            return self._answered[cell]
        if command == "played" or holds_moves(prose):
            return "played", None
        brief = brief_by_names(prose)
        return command, brief.id if brief else None

    def _cell(self) -> str | None:
        """The id of the running cell, where the front end tells it."""
        parent = self._ip.get_parent() if hasattr(self._ip, "get_parent") else None
        return ((parent or {}).get("metadata") or {}).get("cellId")

    def _knows_magic(self, name: str) -> bool:
        return bool(self._ip.find_cell_magic(name) or self._ip.find_line_magic(name))

    def _transformed(self, source: str) -> str:
        manager, own = TransformerManager(), self._ip.input_transformer_manager
        manager.cleanup_transforms = [hook for hook in own.cleanup_transforms if hook is not self.rescue]
        manager.line_transforms, manager.token_transformers = own.line_transforms, own.token_transformers
        return manager.transform_cell(source)


def _marked(hook):
    def rescue(lines: list[str]) -> list[str]:
        return hook(lines)

    rescue.is_rapport = True
    return rescue


def _put_back(command: str, answer: Answer) -> str:
    line = f"%%{command} {answer.subject}" if command in ("played", "reflect") else _line_for(answer.subject)
    if is_untouched(answer.prose) or not line:
        return ""
    done = "kept" if command == "reflect" else "read"
    return f"Please make “{line}” the first line of this cell; I have {done} your text all the same."


def _line_for(name: str) -> str:
    """The first line of an answer to the brief called so; empty where there is no such brief."""
    try:
        return first_line(brief_named(name))
    except (Unknown, Faulty):
        return ""


def _show(card: Card) -> None:
    display(card._repr_mimebundle_(), raw=True)
