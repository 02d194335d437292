"""Folders that no learner can be called by: names that a page, a table, a shell or nbgrader would act upon."""

from .cases import Case, LeftOut, Place

FOLDERS = {
    "markup": "<img src=x onerror=alert('learner')>",
    "quotes": "\"><svg onload=alert()>",
    "formula": "=HYPERLINK(\"http:example.org\",\"grades\")",
    "formula-plus": "+1+1",
    "formula-at": "@SUM(A1)",
    "option": "-rf",
    "wildcard": "[a-z]",
    "star": "*",
    "two-lines": "good\nwicked",
    "tab": "good\twicked",
    "turned": "good\u202edekciw",
    "unseen": "good\u200b",
    "template": "{{ 7 * 7 }}",
    "format": "{nbgrader_step}",
    "comma": "good,poor",
    "shell": "$(touch x)",
    "semicolon": "x; touch x",
    "long": "n" * 200,
}
CASES = {name: Case(Place.answered, LeftOut(), folder) for name, folder in FOLDERS.items()}
