"""The JSON Schema of scene files, made from the model: editors complete fields by it and mark what is wrong."""

from __future__ import annotations

import json

from .scene import Scene

FILE = "scenarios/scene.schema.json"
"""Where it stands in the course's folder; the first line of a scene's file points an editor there."""
MODELINE = "# yaml-language-server: $schema=../scene.schema.json\n"


def as_text() -> str:
    """The schema as JSON, ending in a line break."""
    found = Scene.model_json_schema(by_alias=True)
    found = {"$schema": "https://json-schema.org/draft/2020-12/schema", **found}
    return json.dumps(found, ensure_ascii=False, indent=1) + "\n"
