"""What grading has to say of one answer, whatever kind of answer it is."""

from __future__ import annotations

from dataclasses import dataclass

UNREADABLE = "This answer could not be read by the course. A person has to look."
# Formgrader shows an answer as code: without this its long lines run off the page.
WRAPPED = "<style>.nbgrader_cell pre { white-space: pre-wrap; word-break: normal; overflow-wrap: anywhere; }</style>"


@dataclass(frozen=True)
class Reading:
    """What is to be said of one answer.

    ``score`` is 0 to 10, or None where there is none to suggest; ``review`` says
    why a person must look, and is empty where none must; ``comment`` is plain text that
    any database can hold (PostgreSQL refuses the zero byte). ``suggested`` is a
    comment that the person who grades could send, empty where there is none.
    """

    score: float | None
    review: str
    comment: str
    html: str
    suggested: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "comment", self.comment.replace("\0", ""))


def for_a_person(why: str) -> Reading:
    """No score, and one sentence why."""
    return Reading(None, why, why, shown(strong(why)))


def shown(content: str) -> str:
    """Safe HTML that MathJax leaves alone, in light colours as nbgrader's pages are."""
    return f'<div class="tex2jax_ignore" data-jp-theme-light="true">{WRAPPED}{content}</div>'


def strong(text: str) -> str:
    """A paragraph that stands out, escaped."""
    from ..render.markup import element, escape  # with which the reader comes; whoever only writes grades starts without it

    return element("p", element("strong", escape(text)))
