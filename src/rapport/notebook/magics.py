"""The magics of one IPython session, and the hook that catches prose run as code."""

from __future__ import annotations

from IPython.core.inputtransformer2 import TransformerManager
from IPython.display import display

from ..answers import Answer, answer_text, command_named, is_untouched
from ..catalog import Unknown
from ..documents import Faulty
from ..reading.brief import Brief
from ..reading.brief import brief as brief_named
from ..render import Card, note
from .replies import first_line, line_lost, reply
from .stray import brief_by_names, is_stray


class Answers:
    """Reads answer cells. Remembers which brief each cell answered, so that a lost first line can be told."""

    def __init__(self, ip):
        self._ip = ip
        self._answered: dict[str, str] = {}
        self.rescue = _marked(self._rescue)

    def draft(self, line: str, cell: str) -> None:
        """Read the cell as a message for the situation named on its first line: %%draft after-the-event"""
        self._answer("draft", f"%%draft {line}\n{cell}")

    def plan(self, line: str, cell: str) -> None:
        """Read the cell as a follow-up plan, one step a line: %%plan plan-after-conference"""
        self._answer("plan", f"%%plan {line}\n{cell}")

    def stray(self, line: str, cell: str) -> None:
        """Read prose whose first line is lost or mistyped; cells get here by themselves."""
        answer = answer_text(cell)
        if answer.brief is None:
            answer = Answer(self._guessed(answer.prose), answer.prose)
        if answer.brief is None:
            _show(note(line_lost()))
            return
        brief = _known(answer.brief)
        command = command_named(cell) or "draft"
        _show(reply(command, answer, remark=_put_back(brief, answer.prose) if brief else ""))

    def _answer(self, command: str, source: str) -> None:
        answer = answer_text(source)
        if (cell := self._cell()) and answer.brief:
            self._answered[cell] = answer.brief
        _show(reply(command, answer))

    def _rescue(self, lines: list[str]) -> list[str]:
        source = "".join(lines)
        if not is_stray(source, self._knows_magic, self._transformed):
            return lines
        return [f"get_ipython().run_cell_magic('rapport_stray', '', {source!r})\n"]

    def _guessed(self, prose: str) -> str | None:
        if (cell := self._cell()) in self._answered:
            return self._answered[cell]
        brief = brief_by_names(prose)
        return brief.id if brief else None

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


def _known(name: str) -> Brief | None:
    try:
        return brief_named(name)
    except (Unknown, Faulty):
        return None


def _put_back(brief: Brief, prose: str) -> str:
    if is_untouched(prose):
        return ""
    return f"Please make “{first_line(brief)}” the first line of this cell; I have read your text all the same."


def _show(card: Card) -> None:
    display(card._repr_mimebundle_(), raw=True)
