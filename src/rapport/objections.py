"""What a learner holds against the reading of an answer: a cell ``%%reply`` with prose, below the answer.

It is text for a person. No reader judges it, and it changes no marks.
"""

from __future__ import annotations

import re

COMMAND = "reply"
KEPT = "Your reply is kept on this page. Save the page and hand it in again. A person reads your reply; the course does not judge it."
EMPTY = "Write under “%%reply” what the reading got wrong, and which of your words show it. Then run the cell again (Shift+Enter)."

_FIRST_LINE = re.compile(r"\s*[%％]{1,3}[ \t]*repl(?:y|ies|ly)\b[:.,]?[ \t]*(?P<rest>.*)", re.IGNORECASE)


def reply_text(source: str) -> str | None:
    """The prose of a reply in a cell's ``source``; None where the cell is none. Prose on the first line counts."""
    first, _, below = source.replace("\r\n", "\n").replace("\r", "\n").lstrip().partition("\n")
    match = _FIRST_LINE.fullmatch(first)
    return "\n".join(part for part in (match["rest"].strip(), below.strip()) if part) if match else None
