"""Cuts a draft into pieces, each with the findings whose words it holds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..assessing.model import Finding
from .markup import element, escape, prose


@dataclass(frozen=True)
class Piece:
    """A stretch of the draft.

    ``numbers`` are the findings that cover it and ``ending`` those whose words
    end with it; findings of something absent are ``ending`` at their place
    only. ``sure`` is whether any covering finding is sure.
    """

    text: str
    numbers: tuple[int, ...] = ()
    ending: tuple[int, ...] = ()
    sure: bool = True


def numbered(findings: Sequence[Finding]) -> list[tuple[int, Finding]]:
    """The findings counted from 1: sure ones first, each group in the order of the draft."""
    ordered = sorted(findings, key=lambda finding: (not finding.sure, finding.start, finding.end))
    return list(enumerate(ordered, start=1))


def pieces(text: str, findings: Sequence[Finding]) -> list[Piece]:
    """The draft as pieces that join to exactly ``text``; overlapping findings share pieces."""
    spans = [(number, *_within(finding, len(text)), finding.sure) for number, finding in numbered(findings)]
    cuts = sorted({0, len(text), *(place for _, start, end, _ in spans for place in (start, end))})
    found = [Piece("", ending=tuple(number for number, _, end, _ in spans if end == 0))]
    for start, end in zip(cuts, cuts[1:]):
        covering = [span for span in spans if span[1] <= start and end <= span[2]]
        found.append(Piece(
            text[start:end],
            tuple(span[0] for span in covering),
            tuple(span[0] for span in spans if span[2] == end),
            any(span[3] for span in covering) or not covering,
        ))
    return [piece for piece in found if piece.text or piece.ending]


def marked_html(text: str, findings: Sequence[Finding]) -> str:
    """The draft with the findings' words in ``<mark>`` and their numbers behind them."""
    return "".join(map(_piece_html, pieces(text, findings)))


def _piece_html(piece: Piece) -> str:
    words = prose(piece.text)
    if piece.numbers:
        words = element("mark", words, "mark" if piece.sure else "mark-unsure")
    return words + "".join(_number_html(number) for number in piece.ending)


def _number_html(number: int) -> str:
    return element("sup", escape(f"[{number}]"), "number", aria_label=f"remark {number}")


def _within(finding: Finding, length: int) -> tuple[int, int]:
    start = min(max(finding.start, 0), length)
    return start, min(max(finding.end, start), length)
