"""Writes known.txt anew: the cases of this folder that the reader gets wrong. Read the difference, then keep it."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent


class Wrong:
    """Collects the names of the tests that fail."""

    def __init__(self) -> None:
        self.names: list[str] = []

    def pytest_runtest_logreport(self, report) -> None:
        """Note a failed call."""
        if report.when == "call" and report.failed:
            file, _, test = report.nodeid.partition("::")
            self.names.append(f"{Path(file).name}::{test}")


def main() -> None:
    """Run the folder without the list, then write the list."""
    known, wrong = HERE / "known.txt", Wrong()
    known.write_text("", encoding="utf-8")
    pytest.main([str(HERE), "-q", "--no-header", "--tb=no", "-p", "no:nbval", "-o", "addopts="], plugins=[wrong])
    known.write_text("".join(f"{name}\n" for name in sorted(wrong.names)), encoding="utf-8")
    print(f"{len(wrong.names)} known to be wrong")


if __name__ == "__main__":
    sys.exit(main())
