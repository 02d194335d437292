"""The messages to judge for pages on which nothing runs: the same for every reader, whatever they have answered."""

from __future__ import annotations

from .. import catalog
from ..render.markup import bullets, element, escape, page, paragraph, prose
from ..spotting import Item, Messages, Spots, telling

TITLE = "Spot the mistake"
INTRO = "Some of these messages are fine as they are. For each one, say what you see and how sure you are."
STATIC = "Run this cell (the play button, or Shift+Enter) to answer here. On paper, answer before you open the note."
OPEN = "What a careful reader would say"


def plain(spots: Spots) -> str:
    """The messages in one line."""
    return f"{TITLE}: {len(spots.items)} messages ({catalog.mistake(spots.mistake).title})"


def opening_html(messages: Messages, title: str, label: str) -> str:
    """Every message with the answers offered, each with its reason behind a closed note; all escaped."""
    count = len(messages.items)
    parts = (part for number, item in enumerate(messages.items, start=1) for part in _item(number, count, item))
    return page(element("h4", escape(title)), paragraph(INTRO), paragraph(STATIC, "note"), *parts, label=label)


def _item(number: int, count: int, item: Item) -> list[str]:
    better = [paragraph(f"{telling.BETTER}:"), element("blockquote", prose(item.better.strip()))] if item.better else []
    told = [element("summary", escape(OPEN)), paragraph(telling.title(item.answer)), paragraph(item.why), *better]
    return [
        element("h4", escape(f"Message {number} of {count}")),
        paragraph(item.situation),
        element("blockquote", prose(item.message)),
        bullets(map(telling.title, telling.offered(item))),
        element("details", "".join(told)),
    ]
