"""The keys by which services speak to the hub: made once, kept where only root reads."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from .places import Places


def token(where: Places, name: str) -> str:
    """The token of this service; the first time it is asked for, it is made. Raises OSError."""
    path = where.hub / f"{name}.token"
    if not path.exists():
        with open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
            file.write(secrets.token_hex(32))
    return path.read_text(encoding="utf-8").strip()


def path(where: Places, name: str) -> Path:
    """The file of a service's token."""
    return where.hub / f"{name}.token"
