"""Puts what pydantic finds wrong with a scene, or another file, into words for the person who wrote it."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping
from typing import get_args

from pydantic import BaseModel, ValidationError

from ..documents import Document, Fault, Location
from .scene import Scene

_YAML_BOOLEANS = {True: ("yes", "on", "true"), False: ("no", "off", "false")}
_QUOTES = "Put it between double quotes."


def faults(error: ValidationError, document: Document, model: type[BaseModel] = Scene) -> Iterator[Fault]:
    """Everything wrong with a file that holds a ``model``, each with file, line, field and remedy.

    Each place once: pydantic reports a value that may be of two types twice.
    """
    seen = set()
    for entry in error.errors(include_url=False):
        found = _fault({**entry, "model": model}, document)
        if (found.line, found.field) not in seen:
            seen.add((found.line, found.field))
            yield found


def _fault(error: Mapping, document: Document) -> Fault:
    location = tuple(part for part in error["loc"] if part not in ("int", "bool"))
    if location[-1:] == ("[key]",):
        location = (*location[:-2], _as_written(location[:-2], error["input"], document))
    words = _WORDS.get(error["type"], _other)
    message, remedy = words(error, location)
    return document.fault(location, message, remedy)


def _as_written(parent: Location, key: object, document: Document) -> str:
    """A key as it stands in the file: YAML turns an unquoted No into False."""
    words = _YAML_BOOLEANS[key] if isinstance(key, bool) else (str(key).lower(),)
    below = (place[-1] for place in document.lines if len(place) == len(parent) + 1 and place[:-1] == parent)
    return next((written for written in below if str(written).lower() in words), str(key))


def _missing(error, location):
    return f"The field “{location[-1]}” is missing.", f"Add a line “{location[-1]}: …”."


def _unknown(error, location):
    known = field_names(location[:-1], error["model"])
    near = difflib.get_close_matches(str(location[-1]), known, n=1, cutoff=0.5)
    remedy = f"Did you mean “{near[0]}”?" if near else f"Known fields here: {', '.join(known)}."
    return f"There is no field “{location[-1]}” here.", remedy


def _no_text(error, location):
    value = error["input"]
    if isinstance(value, bool):
        return f"YAML reads this word as {str(value).lower()}, not as text.", f"{_QUOTES} As in \"No\"."
    if value is None:
        return "This is empty.", "Write its text after the colon, or take the line out."
    if isinstance(value, (dict, list)):
        return "This must be one text, not a list or fields of its own.", _QUOTES
    return "This must be text.", _QUOTES


def _no_number(error, location):
    return "This must be a whole number, or true or false.", "Write it without quotes, as 3, +1 or true."


def _no_fields(error, location):
    return "This must hold fields of its own.", "Write them below, each on its line and set in by two spaces."


def _no_list(error, location):
    return "This must be a list.", "Write one item a line, each after “- ”."


def _empty(error, location):
    return "This must not be empty.", "Write something here."


def _pattern(error, location):
    if location[-1:] == ("id",):
        return "An id has small letters, digits and hyphens only.", "Write it as the file is called, as in the-strap."
    return _empty(error, location)


def _only_true(error, location):
    return f"“{location[-1]}” can only be true.", f"Write “{location[-1]}: true”, or take the line out."


def _range(error, location):
    limit = error.get("ctx", {})
    words = f"at least {limit['ge']}" if "ge" in limit else f"at most {limit.get('le')}"
    return f"This number must be {words}.", ""


def _other(error, location):
    return f"{error['msg']}.", ""


_WORDS = {
    "missing": _missing,
    "extra_forbidden": _unknown,
    "string_type": _no_text,
    "string_too_short": _empty,
    "string_pattern_mismatch": _pattern,
    "too_short": _empty,
    "int_type": _no_number,
    "bool_type": _no_number,
    "model_type": _no_fields,
    "dict_type": _no_fields,
    "tuple_type": _no_list,
    "literal_error": _only_true,
    "greater_than_equal": _range,
    "less_than_equal": _range,
}


def field_names(location: Location, model: type[BaseModel] = Scene) -> list[str]:
    """The names a file may use at ``location``, such as ``("turns", "gate", "choices", 0)``."""
    parts = list(location)
    while parts:
        name = parts.pop(0)
        field = next((field for key, field in model.model_fields.items() if (field.alias or key) == name), None)
        inner = _model_in(field.annotation) if field else None
        if inner is None:
            return []
        if not isinstance(field.annotation, type) and _is_collection(field.annotation):
            parts = parts[1:]
        model = inner
    return [field.alias or key for key, field in model.model_fields.items()]


def _model_in(annotation: object) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for inner in get_args(annotation) if (found := _model_in(inner))), None)


def _is_collection(annotation: object) -> bool:
    return getattr(annotation, "__origin__", None) in (dict, tuple)
