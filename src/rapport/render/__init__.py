"""What a learner sees, as self-contained HTML and as plain text; pure functions, all of it escaped."""

from .assessment import assessment_html, assessment_text, summary
from .brief import brief_card, brief_html, brief_text
from .card import Card, note
from .changes import Earlier
from .course import course_map
from .evidence import evidence_card, evidence_html, evidence_text
from .mistake import mistake_card

__all__ = [
    "Card", "Earlier", "assessment_html", "assessment_text", "brief_card", "brief_html", "brief_text",
    "course_map", "evidence_card", "evidence_html", "evidence_text", "mistake_card", "note", "summary",
]
