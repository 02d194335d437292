"""What an assessment of a draft holds; the same value for learner, pad and grade."""

from __future__ import annotations

from dataclasses import dataclass

MESSAGE_CRITERIA = ("reason", "give", "ask", "close", "courtesy")
PLAN_CRITERIA = ("who", "when", "give", "loops", "persistence")


@dataclass(frozen=True)
class Finding:
    """One mistake seen (``sure``) or suspected in a draft.

    ``quote`` is ``text[start:end]``; where something is absent it is empty and
    ``start`` equals ``end``: the place where it could stand.
    """

    label: str
    mistake: str
    sure: bool
    quote: str
    start: int
    end: int
    why: str
    try_: str

    def as_dict(self) -> dict:
        """The finding as the ``rapport assess`` interface writes it."""
        values = dict(vars(self))
        values["try"] = values.pop("try_")
        return values


@dataclass(frozen=True)
class Assessment:
    """The judgement of one draft on one brief.

    ``criteria`` gives 0, 1 or 2 for each of the kind's five criteria; ``score``
    is their sum. ``reasons`` says in a short sentence what each criterion rests on. ``sure``
    is False where a person should decide. ``notice`` is a sentence for the
    learner where the draft could not be read as an answer (empty, too long,
    another language), else empty.
    """

    kind: str
    criteria: dict[str, int]
    reasons: dict[str, str]
    findings: tuple[Finding, ...]
    sure: bool
    notice: str = ""

    @property
    def score(self) -> int:
        """The sum of the criteria, 0 to 10."""
        return sum(self.criteria.values())

    def as_dict(self) -> dict:
        """Criteria, score, sure and mistakes, as ``rapport assess`` writes them."""
        return {
            "criteria": dict(self.criteria),
            "score": self.score,
            "sure": self.sure,
            "mistakes": [finding.as_dict() for finding in self.findings],
        }
