"""The cases of this folder, read from its YAML files, and how a coach's answer to them is told."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from pathlib import Path

import yaml

from rapport.assessing import assess
from rapport.assessing.model import Assessment
from rapport.reading.brief import Brief, load_file
from rapport.reading.brief import brief as course_brief

HERE = Path(__file__).parent
TODAY = date(2026, 3, 8)
STRENGTH = {None: 0, False: 1, True: 2}


@lru_cache(maxsize=None)
def table(name: str):
    """The data of one YAML file of this folder."""
    return yaml.safe_load((HERE / f"{name}.yaml").read_text(encoding="utf-8"))


@lru_cache(maxsize=None)
def own_briefs() -> dict[str, Brief]:
    return load_file(HERE / "briefs.yaml")


def brief_of(name: str) -> Brief:
    """A brief of this folder, or one of the course. Raises catalog.Unknown."""
    return own_briefs().get(name) or course_brief(name)


@lru_cache(maxsize=None)
def functionality() -> dict[str, dict]:
    """The cases of both functionality files by id."""
    return {case["id"]: case for name in ("messages", "plans") for case in table(f"functionality_{name}")}


def draft_of(name: str) -> tuple[str, Brief]:
    """The words and the brief of a strong draft, or of a functionality case. Raises KeyError."""
    found = table("drafts").get(name) or functionality()[name]
    return found["text"], brief_of(found["brief"])


@lru_cache(maxsize=None)
def judged(text: str, brief: Brief) -> Assessment:
    """The coach's assessment; each text is read once in a run."""
    return assess(text, brief, TODAY)


def labels(found: Assessment, sure: bool | None = None) -> set[str]:
    """The labels stated (True), asked (False), or both (None)."""
    return {finding.label for finding in found.findings if sure is None or finding.sure == sure}


def strength(found: Assessment, label: str) -> int:
    """0 where the label is not found, 1 where it is asked, 2 where it is stated."""
    return max((STRENGTH[finding.sure] for finding in found.findings if finding.label == label), default=0)


def changed(text: str, case: dict) -> str:
    """The draft after the case's change. Raises ValueError where an old wording does not stand in it."""
    for old, new in case.get("replace", ()):
        if old not in text:
            raise ValueError(f"“{old}” does not stand in the draft: {text}")
        text = text.replace(old, new)
    if "add" in case:
        body, _, end = text.rstrip("\n").rpartition("\n\n")
        text = f"{body}\n\n{case['add']}\n\n{end}\n"
    return case.get("text", text)


def told(text: str, found: Assessment) -> str:
    """A draft and what the coach found in it, for the message of a failing test."""
    stated, asked = sorted(labels(found, sure=True)), sorted(labels(found, sure=False))
    return (f"\n{text.strip()}\n-- found: {found.criteria} score {found.score} sure {found.sure}"
            f"\n   stated {stated}\n   asked {asked} {found.notice}")
