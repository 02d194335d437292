"""Model answers: for a brief one strong answer, and weak ones with what a reader must see in them.

The practice pad shows the strong one to those who have tried; the laws hold the
coach to all of them.
"""

from __future__ import annotations

from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from . import catalog
from .documents import Document, Faulty, load

FEWEST_WEAK = 3


class Weak(BaseModel):
    """A weak answer as people write it, and the labels of the findings that it must draw."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)
    text: str = Field(min_length=1)
    labels: list[str] = Field(min_length=1)


class ModelAnswers(BaseModel):
    """What one file of scenarios/model-answers/ holds."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)
    brief: str
    strong: str = Field(min_length=1)
    weak: list[Weak] = Field(min_length=FEWEST_WEAK)


def read(path: Path) -> tuple[ModelAnswers, Document]:
    """The answers in a file, and the file itself for faults. Raises Faulty with every fault."""
    document = load(path)
    try:
        return ModelAnswers.model_validate(document.data), document
    except ValidationError as error:
        raise Faulty([document.fault(tuple(one["loc"]), f"{one['msg']}.") for one in error.errors()]) from error


def strong_answer(brief: str) -> str:
    """The strong answer to a brief, or nothing where there is none. Raises Faulty."""
    path = catalog.model_answer_paths().get(brief)
    return read(path)[0].strong.strip() if path else ""
