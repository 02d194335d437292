"""What changed from one version of a draft to the next, word by word."""

from __future__ import annotations

import difflib
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from ..assessing.model import Assessment, Finding
from .markup import element, hidden, prose

MOST_WORDS = 3000


@dataclass(frozen=True)
class Earlier:
    """An earlier version of a draft and how it was judged."""

    text: str
    assessment: Assessment


def word_changes(before: str, after: str) -> list[tuple[str, str]]:
    """Runs of words as (``same``, ``added`` or ``removed``, text); spaces and line ends stay with their words.

    Beyond 3,000 words a side the comparison is not made (it would take seconds)
    and the list is empty.
    """
    old, new = (re.findall(r"\s*\S+", text) for text in (before, after))
    if max(len(old), len(new)) > MOST_WORDS:
        return []
    matcher = difflib.SequenceMatcher(None, [w.strip() for w in old], [w.strip() for w in new], autojunk=False)
    runs: list[tuple[str, str]] = []
    for kind, old_start, old_end, new_start, new_end in matcher.get_opcodes():
        if kind == "equal":
            runs.append(("same", "".join(new[new_start:new_end])))
            continue
        runs += [("removed", "".join(old[old_start:old_end]))] if old_end > old_start else []
        runs += [("added", "".join(new[new_start:new_end]))] if new_end > new_start else []
    return runs


def changes_html(before: str, after: str) -> str:
    """The changed draft with ``<ins>`` and ``<del>``, and the same in words for screen readers."""
    return "".join(_run_html(kind, text) for kind, text in word_changes(before, after))


def findings_gone(before: Assessment, after: Assessment) -> list[Finding]:
    """Findings of the earlier version whose label no longer shows as often."""
    left = Counter(finding.label for finding in after.findings)
    return _beyond(before.findings, left)


def findings_new(before: Assessment, after: Assessment) -> list[Finding]:
    """Findings of the later version whose label shows more often than before."""
    return findings_gone(after, before)


def score_change(before: Assessment, after: Assessment) -> str:
    """The change of the score as a sentence."""
    if before.score == after.score:
        return f"The score is still {after.score} of 10."
    return f"The score went from {before.score} to {after.score} of 10."


def _beyond(findings: Sequence[Finding], left: Counter) -> list[Finding]:
    found = []
    for finding in findings:
        if left[finding.label] > 0:
            left[finding.label] -= 1
        else:
            found.append(finding)
    return found


def _run_html(kind: str, text: str) -> str:
    if kind == "same":
        return prose(text)
    tag, word = ("ins", "added") if kind == "added" else ("del", "removed")
    lead = text[: len(text) - len(text.lstrip())]
    return prose(lead) + element(tag, hidden(f"[{word}: ") + prose(text.strip()) + hidden("]"))
