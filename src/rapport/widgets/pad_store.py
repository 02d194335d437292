"""What every pad keeps of a brief's text and says about it: the text as it stands, and versions to come back to."""

from __future__ import annotations

from .. import memory, model_answers, versions
from ..answers import is_untouched

EMPTY = "Nothing is written yet."
NOT_KEPT = "This machine does not let me keep your text. Copy it before you close the page."
LONGEST = 20_000
OWN_TRY = 20
"""So many words somebody must have written before they are shown a strong answer: who reads one first, copies it."""
STRONG, HIDE_STRONG = "Show me a strong one", "Hide the strong one"
STRONG_LATER = "A strong one: after your own try"
STRONG_HEADING = "One strong answer"
STRONG_NOTE = "There are many. Look at what it does, then say it in your own way."


class PadStore:
    """The kept text and versions for one brief; they survive a restart."""

    def __init__(self, brief_id: str):
        self._now, self._versions = f"pads/{brief_id}/now", f"pads/{brief_id}/versions"

    def text(self) -> str:
        """The text as it was last saved, or nothing."""
        saved = memory.load(self._now)
        return saved if isinstance(saved, str) else ""

    def save(self, text: str) -> bool:
        """Save the text; False where this machine does not let us write."""
        return memory.save(self._now, text)

    def versions(self) -> list[str]:
        """The kept versions, oldest first."""
        return [version.text for version in versions.kept(self._versions)]

    def keep(self, text: str) -> None:
        """Keep ``text`` as a version, unless nothing is written in it or it is the newest version already."""
        if not is_untouched(text):
            versions.keep(self._versions, text)

    def bring_back(self, number: int, text: str) -> str | None:
        """The ``number``-th version, counted from 1, after ``text`` was kept; None where there is no such version."""
        kept = self.versions()
        if not 1 <= number <= len(kept):
            return None
        self.keep(text)
        return kept[number - 1]


def strong_answer(brief_id: str) -> str:
    """The course's strong answer for a brief, or nothing where it has none."""
    return model_answers.strong_answer(brief_id)


def has_tried(*texts: str) -> bool:
    """Whether one of the texts is long enough to be an own try."""
    return any(len(text.split()) >= OWN_TRY for text in texts)


def version_label(number: int, text: str) -> str:
    """What a kept version is called on the page."""
    return f"Version {number}: {len(text.split())} words"
