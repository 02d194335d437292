"""Writes a table as CSV, with nothing in it that a spreadsheet would run.

The form is that of RFC 4180: commas, CRLF, quotes doubled inside quotes.

A spreadsheet runs a cell that begins with = + - or @, and a tab or a line break
may bring it there (OWASP, "CSV Injection",
https://owasp.org/www-community/attacks/CSV_Injection). A name, an id or a comment
is anybody's text. So:

- an apostrophe goes before a text that begins so, also after blanks, after letters
  that show nothing, and in wide letters such as “＝”;
- it goes there inside a text, too, after a semicolon or a tab, since a spreadsheet
  may part cells at those; a line that begins with a hyphen gets a bullet;
- a number stays a number: those of the gradebook are never touched, and a text that
  is nothing but a number with a sign, such as “-5”, says no more than that number.
"""

from __future__ import annotations

import csv
import io
import math
import re
import unicodedata
from collections.abc import Iterable, Sequence

Cell = str | float | None

_NUMBER = re.compile(r"[+-]?\d+(?:[.,]\d+)?", re.ASCII)
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_BREAK = re.compile(r"\s*[\r\n\t\x0b\x0c\u0085\u2028\u2029]+\s*")
_BULLET = re.compile(r"(?<=\n)([^\S\n]*)-(?=\s)")
_SEPARATOR = re.compile(r"([;\t\r\n|])")
DECIMALS = 2


def line(text: str | None) -> str:
    """A name, an id or a heading: one line that any file can hold."""
    return _BREAK.sub(" ", _storable(text or ""))


def prose(text: str | None) -> str:
    """A comment with its lines, each ended by one line feed."""
    lines = re.sub(r"\r\n?|[\x0b\x0c\u0085\u2028\u2029]", "\n", text or "")
    return _BULLET.sub(r"\1•", _storable(lines)).strip("\n")


def number(value: float | None) -> str:
    """A grade with at most two decimals, the most that Canvas and most gradebooks keep; empty where there is none."""
    if value is None or not math.isfinite(value):
        return ""
    written = f"{value:.{DECIMALS}f}".rstrip("0").rstrip(".")
    return "0" if written == "-0" else written


def guarded(text: str) -> str:
    """The text as a spreadsheet may show it: see the rule at the head of this file."""
    mended = "".join(f"'{part}" if _would_run(part) else part for part in _SEPARATOR.split(text))
    return f"'{mended}" if text[:1] in ("\t", "\r", "\n") else mended


def table(rows: Iterable[Sequence[Cell]]) -> tuple[str, int]:
    """The rows as CSV, and how many of their texts had to be guarded."""
    file, changed = io.StringIO(newline=""), 0
    writer = csv.writer(file, lineterminator="\r\n")
    for row in rows:
        cells = [guarded(cell) if isinstance(cell, str) else number(cell) for cell in row]
        changed += sum(isinstance(old, str) and old != new for old, new in zip(row, cells, strict=True))
        writer.writerow(cells)
    return file.getvalue(), changed


def _storable(text: str) -> str:
    return _CONTROL.sub(" ", text.encode("utf-8", "replace").decode("utf-8"))


def _would_run(text: str) -> bool:
    """Whether the first letter that shows is one that makes a cell a formula."""
    if _NUMBER.fullmatch(text.strip()):
        return False
    shown = (letter for letter in text if not letter.isspace() and unicodedata.category(letter) not in ("Cf", "Cc"))
    return unicodedata.normalize("NFKC", next(shown, " "))[:1] in ("=", "+", "-", "@")
