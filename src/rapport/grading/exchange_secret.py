"""The secret by which nbgrader's exchange knows whose page is whose.

``nbgrader submit`` draws it and keeps one copy with the learner; ``nbgrader
release_feedback`` names the page by it, so that the learner finds it and nobody
else can. It has to come along from what was handed in to the page.
"""

from __future__ import annotations

import re
import secrets
from pathlib import Path

from .guard import start_of

NAME = "submission_secret.txt"
_AS_DRAWN = re.compile(r"[0-9a-f]{128}")


def keep_secret(submitted: str, graded: str) -> None:
    """Put the secret of the folder ``submitted`` into the folder ``graded``, where there is one.

    What is no secret as nbgrader draws it is replaced by a fresh one: the page can
    then be released with the others, and nobody can guess where it lies.
    """
    try:
        text = start_of(Path(submitted, NAME)).strip()
    except FileNotFoundError:
        return
    except (OSError, ValueError):
        text = ""
    path = Path(graded, NAME)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.unlink(missing_ok=True)
    path.write_text(text if _AS_DRAWN.fullmatch(text) else secrets.token_hex(64), encoding="utf-8")
