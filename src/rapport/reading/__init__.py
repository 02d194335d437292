"""Reading a draft beside its brief: what it says, with the place of every word that it rests on."""

from .reader import Reading, read

__all__ = ["Reading", "read"]
