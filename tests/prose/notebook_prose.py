"""The prose of a notebook: what is left of its Markdown for reading."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from rapport import ipynb

_FENCED = re.compile(r"^(```|~~~).*?^\1", re.DOTALL | re.MULTILINE)
_LINK = re.compile(r"!?\[([^\]]*)\]\((?:<[^>]*>|[^)]*)\)")
_CODE = re.compile(r"`[^`\n]*`")
_TAG = re.compile(r"</?[a-z][^>\n]*>|<!--.*?-->", re.IGNORECASE | re.DOTALL)
_LINE_START = re.compile(r"^\s*(?:>\s*|#+\s+|[-*+]\s+|\d+\.\s+)*")
_EMPHASIS = re.compile(r"\*+|(?<!\w)_+|_+(?!\w)")


def passages(path: Path) -> Iterator[str]:
    """Every paragraph, heading and item of a list in a notebook. Raises documents.Faulty or OSError."""
    for cell in ipynb.load(path).cells:
        if cell.kind == "markdown":
            yield from markdown_passages(cell.source)


def markdown_passages(source: str) -> Iterator[str]:
    """The passages of a Markdown text; the words of a link stay, its address, code and tags go."""
    bare = _TAG.sub("", _CODE.sub("", _LINK.sub(r"\1", _FENCED.sub("", source))))
    for line in bare.splitlines():
        if re.search(r"\w", words := _EMPHASIS.sub("", _LINE_START.sub("", line))):
            yield words.strip()
