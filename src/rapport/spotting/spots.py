"""What a file of messages to judge holds: the models behind ``scenarios/spots/`` and ``scenarios/reviews/``."""

from __future__ import annotations

import re

from pydantic import Field

from ..playing.scene import Part, Text

NONE = "none"
"""The answer to a message that a careful reader would leave as it is."""


class Item(Part):
    """One message. ``answer`` and ``offered`` are ids of mistakes, or ``none``.

    ``quote`` are the words that show the mistake, absent where something is
    missing; ``better`` is the message mended, absent where nothing is wrong.
    """

    situation: Text
    text: Text
    answer: Text
    offered: tuple[Text, ...] = Field(strict=False)  # YAML knows lists only
    quote: Text | None = None
    why: Text
    better: Text | None = None

    @property
    def message(self) -> str:
        """The text without the line break that YAML leaves at its end."""
        return self.text.strip()

    @property
    def quoted(self) -> tuple[int, int] | None:
        """Where the quote stands in the message; None without one, or where it is not to be found.

        A line break in either counts as a space, so that an author may fold the quote as the file needs it.
        """
        words = map(re.escape, (self.quote or "").split())
        found = re.search(r"\s+".join(words), self.message) if self.quote else None
        return found.span() if found else None


class Messages(Part):
    """Messages that are judged together, one after the other."""

    items: tuple[Item, ...] = Field(strict=False)

    @property
    def name(self) -> str:
        """What they are about, as an id."""
        raise NotImplementedError


class Spots(Messages):
    """The messages of one mistake, in the order of their first round."""

    mistake: Text

    @property
    def name(self) -> str:
        """The mistake's id."""
        return self.mistake


class UnitSpots(Messages):
    """The messages that the reviews of one unit draw on; in the lessons they do not come."""

    unit: Text

    @property
    def name(self) -> str:
        """The unit's id."""
        return self.unit
