"""The versions of a draft that a learner has made, kept through ``memory``."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from . import memory

MOST_KEPT = 50


@dataclass(frozen=True)
class Version:
    """One text and when it was kept (ISO 8601, local time with offset; only for the learner's own record)."""

    text: str
    time: str = ""


def kept(key: str) -> list[Version]:
    """The versions under ``key``, oldest first; whatever is damaged is left out."""
    saved = memory.load(key)
    items = saved if isinstance(saved, list) else []
    return [
        Version(item["text"], str(item.get("time", "")))
        for item in items
        if isinstance(item, dict) and isinstance(item.get("text"), str)
    ]


def keep(key: str, text: str) -> list[Version]:
    """Add ``text`` unless it is the newest version already; the newest 50 stay. Returns them all."""
    versions = kept(key)
    if not versions or versions[-1].text != text:
        now = datetime.datetime.now().astimezone().isoformat(timespec="seconds")
        versions = [*versions, Version(text, now)][-MOST_KEPT:]
        memory.save(key, [vars(version) for version in versions])
    return versions


def last_different(key: str, text: str) -> str | None:
    """The newest kept text that differs from ``text``, or None."""
    return next((version.text for version in reversed(kept(key)) if version.text != text), None)
