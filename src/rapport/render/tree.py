"""A picture as a tree of plain values, for scripts that build it element by element and never from markup."""

from __future__ import annotations

from xml.etree import ElementTree
from xml.etree.ElementTree import Element


def as_tree(drawn: Element) -> dict:
    """An SVG element with all that is in it: tag, attributes, text and children."""
    return {"tag": drawn.tag.rpartition("}")[2], "attributes": dict(drawn.attrib), "text": drawn.text or "",
            "children": [as_tree(child) for child in drawn]}


def tree_of(svg: str) -> dict | None:
    """The same from SVG that is text already; None where it is no sound XML, as with a control character in a name."""
    try:
        return as_tree(ElementTree.fromstring(svg))
    except ElementTree.ParseError:
        return None
