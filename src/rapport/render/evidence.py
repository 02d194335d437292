"""What research says about a mistake: the verdict, findings for and against, and where the articles disagree."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import chain

from .. import research
from ..mistakes import Mistake
from ..research import Bearing, Finding, Tension
from . import words
from .card import Card
from .glossary import explained
from .markup import bullets, element, escape, page, paragraph

WORDS = "Words in this box"
D = "d is how large a difference is, counted in standard deviations: the usual spread between people."


def evidence_html(mistake: Mistake) -> str:
    """The evidence as a self-contained card; sources are named in full and nothing is fetched."""
    found = research.evidence_for(mistake.id)
    title = element("h4", escape(f"What research says. {words.verdict(mistake.verdict)}"))
    first, more = _parted(found)
    parts = [title, paragraph(mistake.bottom_line), _list_html(first), _more_html(more)]
    parts += map(paragraph, footnotes(one.finding for one in found))
    parts.append(_words_html(mistake, found))
    parts += [_tension_html(tension) for tension in research.tensions_of(mistake.id)]
    return page(*parts, label="What research says")


def evidence_text(mistake: Mistake) -> str:
    """The evidence as plain text."""
    found = research.evidence_for(mistake.id)
    lines = [f"What research says. {words.verdict(mistake.verdict)}", mistake.bottom_line]
    for finding in found:
        lines += [f"- {_stance(finding)}: {finding.finding}", *(f"  {line}" for line in _limits(finding))]
        lines += [f"  {source_line(finding)}"]
    lines += footnotes(one.finding for one in found)
    if told := _words(mistake, found):
        lines += [f"{WORDS}:", *(f"- {line}" for line in told)]
    for tension in research.tensions_of(mistake.id):
        lines += [_tension_title(tension), *(f"- {line}" for line in _tension_lines(tension))]
        lines += [tension.suggested_reading]
    return "\n".join(lines)


def evidence_card(mistake: Mistake) -> Card:
    """Both, to show in a cell. Raises catalog.Unknown where the mistake names evidence that is not there."""
    return Card(evidence_html(mistake), evidence_text(mistake))


def _words(mistake: Mistake, found: tuple[Finding, ...]) -> list[str]:
    parts = ((one.finding, *_limits(one), source_line(one)) for one in found)
    return explained([mistake.bottom_line, *chain.from_iterable(parts)])


def _words_html(mistake: Mistake, found: tuple[Finding, ...]) -> str:
    told = _words(mistake, found)
    return element("details", element("summary", WORDS) + bullets(told)) if told else ""


def _parted(found: tuple[Finding, ...]) -> tuple[list[Finding], list[Finding]]:
    """What is read at once, the first finding for the advice and the first that limits it or speaks against it, and
    the others."""
    fors = [finding for finding in found if finding.stance == "supports"]
    againsts = [finding for finding in found if finding.stance != "supports"]
    first = [*fors[:1], *againsts[:1]]
    return first, [finding for finding in found if finding not in first]


def _list_html(found: list[Finding]) -> str:
    return element("ul", "".join(element("li", _finding_html(finding)) for finding in found), "evidence")


def _more_html(found: list[Finding]) -> str:
    if not found:
        return ""
    summary = "One more finding" if len(found) == 1 else f"{words.capital(words.counted(len(found), 'more finding'))}"
    return element("details", element("summary", escape(summary)) + _list_html(found))


def _finding_html(finding: Finding) -> str:
    said = element("strong", escape(f"{_stance(finding)}:")) + f" {escape(finding.finding)}"
    limits = "".join(paragraph(line) for line in _limits(finding))
    return said + limits + element("span", escape(source_line(finding)), "cite")


def _stance(finding: Finding) -> str:
    return words.capital(words.STANCES[finding.stance])


def _limits(finding: Finding) -> list[str]:
    lines = [f"So: {finding.note}"] if finding.note else []
    return [*lines, *map(care, finding.cautions)]


def source_line(finding: Finding | Bearing) -> str:
    """Where a finding comes from: the paper, and what of it was read."""
    doi = f" doi {finding.doi}." if finding.doi else ""
    kind = f" ({finding.kind})" if finding.kind else ""
    return f"{finding.citation}{kind}{doi} What we read: {finding.read_as}."


def footnotes(texts: Iterable[str]) -> list[str]:
    """What explains the measures that stand in these findings."""
    return [D] if any(re.search(r"\bd = ", text) for text in texts) else []


def care(caution: str) -> str:
    """A caution as it is shown."""
    return f"Take care: {caution}"


def _tension_html(tension: Tension) -> str:
    lines = bullets(_tension_lines(tension))
    summary = element("summary", escape(_tension_title(tension)))
    return element("details", summary + lines + paragraph(tension.suggested_reading))


def _tension_title(tension: Tension) -> str:
    return f"The articles disagree: {tension.title}"


def _tension_lines(tension: Tension) -> list[str]:
    sides = [f"Side A: {tension.side_a.says}", f"Side B: {tension.side_b.says}"]
    return [*sides, *map(_bearing_line, tension.research)]


def _bearing_line(bearing: Bearing) -> str:
    cautions = "".join(f" {care(caution)}" for caution in bearing.cautions)
    return f"{bearing.bears} ({authors(bearing.citation)}){cautions}"


def authors(citation: str) -> str:
    """``Burt, 2002`` or ``Aknin and Sandstrom, 2024`` from a citation; four and more become ``and others``."""
    head, _, rest = citation.partition("(")
    names = re.findall(r"([\w’'\- ]+), (?:[A-Z]\.[ -]?)+", head)
    year = rest.partition(")")[0]
    surnames = [name.strip() for name in names] or [head.strip()]
    if len(surnames) > 3:
        return f"{surnames[0]} and others, {year}"
    *first, last = surnames
    return f"{', '.join(first)} and {last}, {year}" if first else f"{last}, {year}"
