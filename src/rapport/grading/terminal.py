"""Untrusted text on a terminal."""

from __future__ import annotations

import unicodedata


def plain(text: str) -> str:
    """``text`` on one line without anything that a terminal would act on: control and direction characters are shown
    as a question mark in a box."""
    return "".join(letter if _is_shown(letter) else "�" for letter in " ".join(text.split()))


def _is_shown(letter: str) -> bool:
    return unicodedata.category(letter) not in ("Cc", "Cf", "Cs", "Zl", "Zp")
