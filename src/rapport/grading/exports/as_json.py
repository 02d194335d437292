"""JSON: everything the gradebook holds of a class, nested, with the findings of each answer."""

from __future__ import annotations

import json
from collections.abc import Callable

from .findings import Findings, findings_in
from .grades import Answer, Learner, Result
from .plain import stamp
from .plugin import GradesExport, Sheet, Written

VERSION = 1


class JsonExport(GradesExport):
    """One object: ``assignments``, each with its ``results``, each with its ``answers``.

    ``score`` is null where nothing is settled. ``findings`` is what ``rapport
    assess`` calls mistakes; null where the graded copy is not here any more, or
    where the reader has changed since and would judge otherwise.
    """

    ending = ".json"

    def text(self, sheet: Sheet) -> Written:
        """The object, in lines, in UTF-8."""
        course = self._course()
        names = sheet.by_assignment.items()
        found = {"version": VERSION, "assignments": [
            {"name": name, "max_score": results[0].points if results else None,
             "results": [_result(result, findings_in(course, result)) for result in results]} for name, results in names
        ]}
        return Written(json.dumps(_storable(found), ensure_ascii=False, indent=1, allow_nan=False) + "\n")


def _result(result: Result, findings: Callable[[Answer], Findings]) -> dict:
    return {
        "learner": _learner(result.learner), "status": result.status, "score": result.score, "max_score": result.points,
        "raw_score": result.raw, "late_submission_penalty": result.penalty, "late_seconds": result.late_by,
        "handed_in": stamp(result.handed_in) or None, "due": stamp(result.due) or None,
        "answers": [_answer(answer) | {"findings": findings(answer)} for answer in result.answers],
    }


def _learner(learner: Learner) -> dict:
    return {"id": learner.id, "first_name": learner.first, "last_name": learner.last, "email": learner.email,
            "lms_user_id": learner.lms}


def _answer(answer: Answer) -> dict:
    return {
        "name": answer.name, "notebook": answer.notebook, "score": answer.score, "max_score": answer.points,
        "by_hand": answer.by_hand, "needs_review": answer.review, "comment": answer.written, "reading": answer.reading,
    }


def _storable(value: object) -> object:
    """The value with half letters, which no UTF-8 file can hold, as question marks."""
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode("utf-8")
    if isinstance(value, dict):
        return {key: _storable(one) for key, one in value.items()}
    return [_storable(one) for one in value] if isinstance(value, list) else value
