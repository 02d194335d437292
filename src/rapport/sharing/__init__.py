"""The learner's side of a class board: consent first, then a few words about where they are.

Without a hub that has a board, and without consent, nothing here does anything.
"""
