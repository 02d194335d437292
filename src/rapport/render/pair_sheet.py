"""A scene on paper, for two or three people in one room: one printable file, or a card in a notebook.

The file is whole in itself, without script and without anything from a network. Each sheet begins a page of its own.
The card keeps each sheet closed, so that nobody reads the script by accident.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import singledispatch

from ..playing.pairing import Answer, Track, pairing
from ..playing.scene import Scene
from ..playing.script import DEED, YOUR_DEED, Line
from ..playing.telling import number
from .card import Card
from .markup import bullets, element, escape, page, paragraph, prose
from .pair_text import in_print, sheets_text
from .pair_words import Answers, Block, Box, Boxes, Heading, Items, Room, Said, Sheet, Words, sheets
from .paper import paper, paper_style, sheet

LONGEST_ROW = 16
_NOTE = "Print this page: it has three parts, and each begins a sheet of its own. Hand them out before anybody reads on."


def sheet_style() -> str:
    """The style of the sheets, on paper and in a card."""
    return paper_style("pair_sheet")


def pair_document(scene: Scene) -> str:
    """The three sheets as one HTML file. Raises catalog.Unknown, and documents.Faulty for a scene without end."""
    parts = [sheet(one.title, scene.title, sheet_body(one)) for one in sheets(pairing(scene))]
    return paper(scene.title, f"{scene.title}: to play face to face", _NOTE, "\n".join(parts), sheet_style())


def pair_card(scene: Scene) -> Card:
    """The same to show in a cell, each sheet closed. Raises as pair_document does."""
    found = sheets(pairing(scene))
    told = ("Two people play this face to face, and a third may watch. Each opens only the sheet with their own name. "
            f"To have it on paper, type in a terminal: rapport pair {scene.id}")
    closed = [element("details", element("summary", escape(one.title)) + sheet_body(one), "sheet") for one in found]
    html = page(element("style", sheet_style()), element("h4", escape(scene.title)), paragraph(told), *closed,
                label=f"{scene.title}: to play face to face")
    return Card(html, sheets_text(f"{scene.title}\n\n{told}", found))


def sheet_body(one: Sheet) -> str:
    """The blocks; a heading stays together with what follows it up to the next."""
    groups: list[list[Block]] = []
    for block in one.blocks:
        if isinstance(block, Heading) or not groups:
            groups.append([])
        groups[-1].append(block)
    return "\n".join(element("div", "\n".join(map(_shown, group)), "part") for group in groups)


def _lines(lines: Iterable[Line]) -> str:
    return " ".join(element("i", escape(in_print(line))) if line.kind in (DEED, YOUR_DEED) else prose(in_print(line))
                    for line in lines)


@singledispatch
def _shown(block: Block) -> str:
    raise TypeError(f"no page for {type(block).__name__}")


@_shown.register
def _(block: Heading) -> str:
    return element("h3", escape(block.text))


@_shown.register
def _(block: Words) -> str:
    return paragraph(block.text)


@_shown.register
def _(block: Items) -> str:
    return element("ol", "".join(element("li", prose(text)) for text in block.texts)) if block.numbered else bullets(
        block.texts)


@_shown.register
def _(block: Said) -> str:
    before = element("strong", escape(block.before)) + " " if block.before else ""
    return element("p", before + _lines(block.lines), "said")


@_shown.register
def _(block: Boxes) -> str:
    return element("ul", "".join(map(_box, block.boxes)), "small" if block.small else "boxes")


def _box(box: Box) -> str:
    drawn = element("span", "✓" if box.ticked else "", "box", role="img",
                    aria_label="ticked" if box.ticked else "to tick")
    name = element("strong", escape(box.name)) if box.name else ""
    words = " ".join(filter(None, (name, prose(box.words), _lines(box.lines))))
    return element("li", f"{drawn} {words}")


@_shown.register
def _(block: Track) -> str:
    """The numbers from lowest to highest, in rows that fit the paper; the one to start with is framed."""
    values = range(block.low, block.high + 1)
    width = -(-len(values) // -(-len(values) // LONGEST_ROW))
    cells = [element("td", number(value), "start" if value == block.start else "") for value in values]
    rows = "".join(element("tr", "".join(cells[at:at + width])) for at in range(0, len(cells), width))
    words = f" ({escape(block.words)})" if block.words else ""
    told = element("p", element("strong", escape(block.name)) + f"{words} starts at {number(block.start)}.", "track")
    return told + element("table", element("tbody", rows), "track", aria_hidden="true")


@_shown.register
def _(block: Answers) -> str:
    heads = ("", "If" if block.written else "You hear", "You answer", "Count and go on")
    first = "".join(element("th", escape(head), scope="col") for head in heads[1:])
    top = element("thead", element("tr", element("td", "") + first))
    return element("table", top + element("tbody", "".join(map(_answer, block.answers))), "answers")


def _answer(answer: Answer) -> str:
    only = element("div", f"only if {escape(answer.only)}", "only") if answer.only else ""
    count = element("div", "<br>".join(map(escape, answer.count)), "count") if answer.count else ""
    return element("tr", element("th", escape(answer.key), scope="row") + element("td", _lines(answer.heard) + only)
                   + element("td", _lines(answer.reply)) + element("td", count + escape(answer.onward)))


@_shown.register
def _(block: Room) -> str:
    return element("p", escape(block.question), "room")
