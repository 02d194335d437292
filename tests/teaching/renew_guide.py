"""Writes what the reader says now into the guide to grading. Read the difference before you commit it: the sentences
that follow each example, on what a careful person decides, are written by hand and may no longer fit.
"""

from __future__ import annotations

from readings import page, renewed


def main() -> None:
    text = page().read_text(encoding="utf-8")
    page().write_text(renewed(text), encoding="utf-8")


if __name__ == "__main__":
    main()
