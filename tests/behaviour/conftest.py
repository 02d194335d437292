"""What the reader is known to get wrong is listed in known.txt: such a case must fail until it is off the list."""

from __future__ import annotations

from pathlib import Path

import pytest

HERE = Path(__file__).parent
KNOWN = frozenset((HERE / "known.txt").read_text(encoding="utf-8").splitlines())


def pytest_collection_modifyitems(items):
    """Expect the known cases to fail, and say so where one passes."""
    for item in items:
        if item.path.parent == HERE and f"{item.path.name}::{item.name}" in KNOWN:
            item.add_marker(pytest.mark.xfail(reason="the reader gets this wrong today", strict=True))
