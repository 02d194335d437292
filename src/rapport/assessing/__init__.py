"""Judging a reading: criteria, findings and how sure they are."""

from .judging import assess

__all__ = ["assess"]
