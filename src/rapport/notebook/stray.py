"""Prose that a notebook is about to run as code: finding it, and the brief it answers.

Learners lose or mistype the first line of an answer; Python would then show an
error about syntax. Valid Python and other people's magics are never touched.
"""

from __future__ import annotations

import ast
import re
import warnings
from collections.abc import Callable

from .. import catalog
from ..answers import COMMANDS, command_named, holds_moves
from ..documents import Faulty
from ..reading.brief import Brief
from ..reading.brief import brief as brief_named

_PROPER = re.compile(r"\s*^%%(?:draft|plan|played|reflect)(?:[ \t].*)?(?:\n|$)", re.MULTILINE)
_MAGIC_WORD = re.compile(r"^\s*%{1,2}(\w+)", re.MULTILINE)
_WORD_AND_GAP = r"""[^\W\d_]['’\w-]*[.,;:!?"”)]* +["“(]?"""
_THREE_WORDS = re.compile(f"{_WORD_AND_GAP}{_WORD_AND_GAP}[^\\W\\d_]")
_QUESTION = re.compile(r"^(?![?!%]).*\S +\S+ +\S.*\?$")
_URL = re.compile(r"\b(?:https?://|www\.)\S+")
_CODE = re.compile(
    r"""^\s*(?:(?:async\s+)?def\s+\w+\s*\(|class\s+\w+\s*[:(]|import\s+\w+|from\s+[\w.]+\s+import\b|print\b|@\w
        |(?:if|elif|else|for|while|try|except|with|finally)\b.*:\s*$|return\b|raise\s+[A-Z]\w*)
        |\w\(|\w\[|[^\s=!<>]\s*[-+*/]?=\s*[^\s=]|[{}]|["']\s*[,:)]\s*["'\d]|\)\s*:\s*$|[(\[]\s*$""",
    re.VERBOSE,
)


def is_stray(source: str, knows_magic: Callable[[str], bool], transform: Callable[[str], str]) -> bool:
    """Whether a cell about to run is a learner's prose rather than code.

    ``knows_magic`` says whether IPython has a magic of that name; ``transform``
    turns IPython's own syntax into Python, as IPython would.
    """
    if proper := _PROPER.match(source):
        return not source[proper.end():].strip()  # IPython has an error of its own for a cell magic without a cell
    if not source.strip() or is_python(source):
        return False
    magics = [word for word in _MAGIC_WORD.findall(source) if word not in COMMANDS]
    if any(map(knows_magic, magics)):
        return False
    if command_named(source) or holds_moves(source):
        return True
    if source.lstrip().startswith(("%", "!", "?")) or _is_ipython(source, transform):
        return False
    return looks_like_prose(source)


def is_python(source: str) -> bool:
    """Whether the text parses as Python, as a notebook cell may be written (``await`` at the top included)."""
    flags = ast.PyCF_ONLY_AST | ast.PyCF_ALLOW_TOP_LEVEL_AWAIT
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            compile(source, "<cell>", "exec", flags)
    except (SyntaxError, ValueError, OverflowError, RecursionError, MemoryError):
        return False
    return True


def looks_like_prose(source: str) -> bool:
    """Whether text that is no valid Python reads like sentences: runs of words, and no line shaped like code."""
    lines = [_URL.sub("", line) for line in source.splitlines() if line.strip()]
    return any(map(_THREE_WORDS.search, lines)) and not any(map(_CODE.search, lines))


def brief_by_names(prose: str) -> Brief | None:
    """The one brief whose people the prose names most often; None where none or several do."""
    words = set(re.findall(r"\w+", prose))
    counts = {name: len(words & _people(brief)) for name, brief in _briefs().items()}
    best = max(counts.values(), default=0)
    named = [name for name, count in counts.items() if count == best]
    return _briefs()[named[0]] if best and len(named) == 1 else None


def _is_ipython(source: str, transform: Callable[[str], str]) -> bool:
    # IPython would take the last word of any line that ends in “?” for a request for help.
    asked = "\n".join(line.rstrip(" ?") if _QUESTION.match(line.strip()) else line for line in source.splitlines())
    try:
        return is_python(transform(asked))
    except SyntaxError:
        return False


def _people(brief: Brief) -> set[str]:
    """The capitalised words of the names of those whom the brief is about, as “Hannah” and “Brandt”."""
    named = " ".join(re.split(r"[,;:(]", text)[0] for text in (brief.recipient, *brief.people))
    return {word for word in re.findall(r"\w+", named) if word[0].isupper() and len(word) > 2}


def _briefs() -> dict[str, Brief]:
    found = {}
    for name in catalog.brief_paths():
        try:
            found[name] = brief_named(name)
        except Faulty:
            continue
    return found
