"""Reads plain YAML in one pass: mappings with names for keys, lists and scalars, as scenes and briefs are written.

PyYAML first builds a tree of nodes and then the data. Building the data straight from its events takes half the time
and gives the same data. Whatever is not plain (anchors, aliases, tags, a key written twice, a key that is no text,
several documents) is left to PyYAML.
"""

from __future__ import annotations

import yaml
from yaml.events import AliasEvent, DocumentEndEvent, DocumentStartEvent, MappingEndEvent, MappingStartEvent
from yaml.events import ScalarEvent, SequenceEndEvent, StreamEndEvent, StreamStartEvent


class NotPlain(ValueError):
    """Raised where a text holds more than plain YAML, or is not YAML at all."""


# libyaml's loader takes a tenth of the time, and is not everywhere.
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read(text: str) -> object:
    """The data of ``text`` as PyYAML's safe loader would give it.

    Raises NotPlain for a text that only the loader itself can read, and yaml.YAMLError or ValueError for one that
    nothing can.
    """
    loader = _Loader(text)
    try:
        return _Reader(loader).document()
    finally:
        loader.dispose()


class _Reader:
    def __init__(self, loader: yaml.SafeLoader):
        self.loader = loader
        self.next = loader.get_event
        self.resolvers = loader.yaml_implicit_resolvers
        self.meant: dict[str, object] = {}  # the same few numbers and truths stand in a file hundreds of times

    def document(self) -> object:
        self._pass(StreamStartEvent)
        self._pass(DocumentStartEvent)
        data = self._value(self.next())
        self._pass(DocumentEndEvent)
        self._pass(StreamEndEvent)
        return data

    def _pass(self, kind: type) -> None:
        if self.next().__class__ is not kind:
            raise NotPlain

    def _value(self, event: yaml.Event) -> object:
        kind = event.__class__
        if kind is ScalarEvent:
            return self._scalar(event)
        if kind is AliasEvent or event.anchor or event.tag:
            raise NotPlain
        return self._mapping() if kind is MappingStartEvent else self._sequence()

    def _mapping(self) -> dict:
        data, following = {}, self.next
        while (event := following()).__class__ is not MappingEndEvent:
            key = self._scalar(event) if event.__class__ is ScalarEvent else None
            if key.__class__ is not str or key in data:
                raise NotPlain
            event = following()
            data[key] = self._scalar(event) if event.__class__ is ScalarEvent else self._value(event)
        return data

    def _sequence(self) -> list:
        data = []
        while (event := self.next()).__class__ is not SequenceEndEvent:
            data.append(self._value(event))
        return data

    def _scalar(self, event: ScalarEvent) -> object:
        """What a text stands for: itself, or without quotes a number, a truth, a date, nothing."""
        if event.anchor or event.tag:
            raise NotPlain
        value = event.value
        if not (event.implicit[0] and value[:1] in self.resolvers):
            return value
        if value not in self.meant:
            self.meant[value] = self._resolved(event)
        return self.meant[value]

    def _resolved(self, event: ScalarEvent) -> object:
        value = event.value
        for tag, pattern in self.resolvers[value[:1]]:
            if pattern.match(value):
                return self.loader.construct_object(yaml.ScalarNode(tag, value, event.start_mark, event.end_mark))
        return value
