"""Sheets to print for a class: out of the course's own data and the pages in ``teaching/``.

A sheet is a whole HTML file on A4 (render/paper.py). Plans and the checklist are read from the pages that instructors
read and change, so that paper and page never say two things.
"""

from .writing import write

__all__ = ["write"]
