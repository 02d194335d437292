"""An assessment as a learner reads it, in HTML and in plain text."""

from __future__ import annotations

from datetime import date

from .. import catalog
from ..assessing.model import Assessment, Finding
from ..reading import Reading, read
from ..reading.brief import Brief
from . import words
from .changes import Earlier, changes_html, findings_gone, findings_new, score_change
from .length import length_line
from .markup import element, escape, heading, hidden, page, paragraph
from .marks import marked_html, numbered
from .plan import plan_html, plan_summary_lines


def assessment_html(
    assessment: Assessment, text: str, brief: Brief, previous: Earlier | None = None, today: date | None = None,
    picture: bool = True,
) -> str:
    """The reading of ``text`` as a self-contained card; a plan also comes back as a table and a picture in time.

    ``previous`` is the version before this one with its own assessment; with it
    the card also says what changed. ``today`` is the day of the assessment (default: now).
    Without ``picture`` a plan's days are told in words, for pages that take no drawing.
    """
    parts = [paragraph(assessment.notice, "note")]
    if shows_score(assessment):
        parts += [_score_html(assessment, text, brief), _criteria_html(assessment)]
        parts += [paragraph("" if assessment.sure else words.UNSURE, "note"), _changes_html(assessment, text, previous)]
    plan = _plan_reading(assessment, text, brief, today)
    parts += [_text_html(assessment, text), plan_html(plan, picture) if plan else "", _findings_html(assessment)]
    return page(*parts, label="Reading of your text")


def assessment_text(
    assessment: Assessment, text: str, brief: Brief, previous: Earlier | None = None, today: date | None = None
) -> str:
    """The same reading as plain text; the same input always gives the same text."""
    lines = [assessment.notice] if assessment.notice else []
    if shows_score(assessment):
        lines += [f"{assessment.score} of 10 ({length_line(text, brief)})"]
        lines += [f"- {name}: {grade}. {reason}".rstrip() for name, grade, reason in criterion_lines(assessment)]
        lines += [] if assessment.sure else [words.UNSURE]
        lines += change_lines(assessment, previous) if previous else []
    if plan := _plan_reading(assessment, text, brief, today):
        lines += [f"{words.PLAN_HEADING}:", *plan_summary_lines(plan)]
    for title, group in groups(assessment):
        lines += [f"{title}:", *(line for number, finding in group for line in _finding_lines(number, finding))]
    if not assessment.findings and not assessment.notice:
        lines.append(words.NOTHING_FOUND)
    return "\n".join(lines)


def _plan_reading(assessment: Assessment, text: str, brief: Brief, today: date | None) -> Reading | None:
    """The reading to show a plan back by; None for a message, and where the text could not be read as a plan."""
    if assessment.kind != "plan" or not brief.is_plan or assessment.notice:
        return None
    reading = read(text, brief, today)
    return reading if reading.plan and reading.plan.steps else None


def shows_score(assessment: Assessment) -> bool:
    """Whether a score says anything: not where the draft could not be read and earned nothing."""
    return not (assessment.notice and assessment.score == 0)


def summary(assessment: Assessment) -> str:
    """One line for a live region: ``7 of 10, two things to look at.``"""
    if not shows_score(assessment):
        return assessment.notice
    sure = sum(finding.sure for finding in assessment.findings)
    unsure = len(assessment.findings) - sure
    parts = [f"{assessment.score} of 10"]
    parts += [f"{words.counted(sure, 'thing')} to look at"] if sure else []
    parts += [words.counted(unsure, "question")] if unsure else []
    parts += [] if assessment.findings else ["nothing to look at"]
    return ", ".join(parts) + "."


def criterion_lines(assessment: Assessment) -> list[tuple[str, str, str]]:
    """Each criterion's name, its grade in words and the reason for it."""
    names = words.CRITERIA.get(assessment.kind, {})
    return [
        (names.get(key, words.capital(key)), words.GRADES[value], words.sentence(assessment.reasons.get(key, "")))
        for key, value in assessment.criteria.items()
    ]


def groups(assessment: Assessment) -> list[tuple[str, list[tuple[int, Finding]]]]:
    """The numbered findings under their headings: what is sure, then what is not; empty groups are left out."""
    found = numbered(assessment.findings)
    sure = [pair for pair in found if pair[1].sure]
    unsure = [pair for pair in found if not pair[1].sure]
    return [pair for pair in ((words.SURE_HEADING, sure), (words.UNSURE_HEADING, unsure)) if pair[1]]


def finding_title(finding: Finding) -> str:
    """The mistake's title; put as a question where the finding is not sure."""
    try:
        title = catalog.mistake(finding.mistake).title
    except catalog.Unknown:
        title = words.capital(finding.mistake.replace("-", " "))
    return title if finding.sure else f"Could this be “{title}”?"


def finding_place(finding: Finding) -> str:
    """The words that a finding rests on, in quotes, or that they are missing."""
    return f"“{finding.quote}”" if finding.quote else words.MISSING


def finding_advice(finding: Finding) -> str:
    """The better move, worded as an offer where the finding is not sure."""
    return f"Try: {finding.try_}" if finding.sure else f"If so, try: {finding.try_}"


def change_lines(assessment: Assessment, previous: Earlier) -> list[str]:
    """What the new version did to the score and to the findings, in sentences."""
    gone = [finding_title(finding) for finding in findings_gone(previous.assessment, assessment)]
    new = [finding_title(finding) for finding in findings_new(previous.assessment, assessment)]
    lines = [f"Since your last version: {score_change(previous.assessment, assessment)}"]
    lines += [f"No longer there: {'; '.join(gone)}."] if gone else []
    lines += [f"New: {'; '.join(new)}."] if new else []
    return lines


def _finding_lines(number: int, finding: Finding) -> list[str]:
    place = " ".join(finding_place(finding).split())
    return [f"{number}. {finding_title(finding)} {place}", f"   {finding.why}", f"   {finding_advice(finding)}"]


def _score_html(assessment: Assessment, text: str, brief: Brief) -> str:
    score = element("strong", f"{assessment.score} of 10", "score")
    return element("p", f"{score} {element('span', escape(length_line(text, brief)), 'soft')}")


def _criteria_html(assessment: Assessment) -> str:
    values = assessment.criteria.values()
    rows = (_criterion_html(line, value) for line, value in zip(criterion_lines(assessment), values))
    return element("ul", "".join(rows), "criteria")


def _criterion_html(line: tuple[str, str, str], value: int) -> str:
    name, grade, reason = line
    bar = element("span", "<i></i><i></i>", f"bar rapport-bar-{value}", aria_hidden="true")
    named = element("strong", escape(name)) + hidden(": ")
    return element("li", f"{named} {bar} {element('span', escape(f'{grade}.'), 'grade')} {_reason_html(reason)}")


def _reason_html(reason: str) -> str:
    return element("span", escape(reason), "reason") if reason else ""


def _changes_html(assessment: Assessment, text: str, previous: Earlier | None) -> str:
    if previous is None:
        return ""
    lines = "".join(paragraph(line) for line in change_lines(assessment, previous))
    changed = changes_html(previous.text, text)
    words_changed = element("summary", "The words that changed") + element("p", changed, "draft")
    return lines + (element("details", words_changed) if changed else "")


def _text_html(assessment: Assessment, text: str) -> str:
    if not text.strip():
        return ""
    return heading("Your text") + element("p", marked_html(text, assessment.findings), "draft")


def _findings_html(assessment: Assessment) -> str:
    found = groups(assessment)
    if not found:
        return "" if assessment.notice else paragraph(words.NOTHING_FOUND)
    return "".join(heading(title) + _group_html(group) for title, group in found)


def _group_html(group: list[tuple[int, Finding]]) -> str:
    rows = "".join(element("li", _finding_html(finding), value=str(number)) for number, finding in group)
    return element("ol", rows, "findings", start=str(group[0][0]))


def _finding_html(finding: Finding) -> str:
    title = element("strong", escape(finding_title(finding)))
    place = element("span", escape(finding_place(finding)), "quote")
    return f"{title} {place}{paragraph(finding.why)}{paragraph(finding_advice(finding), 'try')}"
