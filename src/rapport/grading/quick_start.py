"""Loads nbformat without what takes longest of it: imported first, by whatever should start quickly.

nbformat loads jsonschema, and that builds a grammar of international web addresses
(rfc3987_syntax, where it is installed) in 1 to 5 seconds, at every start. Notebooks hold none to
be checked. jsonschema does without it where it is missing, so it is missing for a moment.
"""

import sys

GRAMMAR = "rfc3987_syntax"

if not {GRAMMAR, "jsonschema"} & set(sys.modules):
    sys.modules[GRAMMAR] = None  # how Python is told that there is no such module
    try:
        import nbformat  # noqa: F401
    finally:
        del sys.modules[GRAMMAR]
