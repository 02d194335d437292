"""Suggests a comment to whoever grades: one thing that went well, one thing to do next.

It is shown below the reading in formgrader and nowhere else. Nothing is sent
unless a person copies it into the box for comments.
"""

from __future__ import annotations

from ..assessing.model import Assessment
from ..render import Card
from ..render.assessment import shows_score
from ..render.markup import element, escape
from .comments import WELL, for_criterion, for_label
from .result import shown, strong

TITLE = "A comment you could send (learners do not see this)"
HOW = "Copy it into the comment box and change it as you like. More of them: rapport comments"


def suggestion(assessment: Assessment) -> str:
    """The comment that fits an assessment, from the bank; empty where the answer could not be read.

    What the reading only suspects is not held against anybody: the next thing to
    do is then the criterion that was met least.
    """
    if assessment.notice or not shows_score(assessment):
        return ""
    best = next((name for name, grade in assessment.criteria.items() if grade == WELL), None)
    stated = next((finding for finding in assessment.findings if finding.sure), None)
    least = min(assessment.criteria, key=assessment.criteria.__getitem__)
    said = [for_criterion(f"{assessment.kind}.{best}", WELL).text] if best else []
    if stated:
        said.append(for_label(stated.label).text)
    elif assessment.criteria[least] < WELL:
        said.append(for_criterion(f"{assessment.kind}.{least}", assessment.criteria[least]).text)
    return " ".join(said)


def suggestion_card(text: str) -> Card:
    """The suggestion as graders see it."""
    html = shown(strong(TITLE) + element("blockquote", escape(text)) + element("p", element("small", escape(HOW))))
    return Card(html, f"{TITLE}\n{text}")
