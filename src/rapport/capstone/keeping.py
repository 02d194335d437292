"""Keeps the learner's map on this machine; no other part of the course reads it."""

from __future__ import annotations

from .. import memory
from .network import Network, as_data, from_data

KEY = "capstone/network"


def load() -> Network:
    """The map as it was last kept; an empty one where there is none."""
    saved = memory.load(KEY)
    return from_data(saved.get("people") if isinstance(saved, dict) else None)


def keep(network: Network) -> bool:
    """Keep the map, or forget it where it is empty; False where this machine does not let us write."""
    if not network.people:
        memory.forget(KEY)
        return True
    return memory.save(KEY, {"people": as_data(network)})
