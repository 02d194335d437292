"""What scenes cost: to load them all, to explore every play of them, and to answer one choice in the kernel.

Run it with ``python bench/scenes.py``. Each time is the least of several, beside the bar set for it; plays are kept in a
folder of their own, which is deleted again.
"""

from __future__ import annotations

import json
import os
import tempfile
import time
from collections.abc import Callable

from rapport import catalog
from rapport.playing import Scene, load_scene
from rapport.playing.explore import _Explorer
from rapport.widgets.scene_player import Player

TIMES = 5


def least(act: Callable[[], object], times: int = TIMES) -> float:
    """Seconds of the fastest of several runs."""
    found = []
    for _ in range(times):
        begun = time.perf_counter()
        act()
        found.append(time.perf_counter() - begun)
    return min(found)


def load_all() -> list[Scene]:
    """Every scene of the course, read from its file."""
    return [load_scene(name) for name in catalog.scene_paths()]


def choice_to_view(scene: Scene) -> float:
    """Seconds from a message of the page to the new view as JSON, the slowest moment of one play to the end."""
    player, slowest = Player(scene), 0.0
    while not player.view["ending"]:
        turn, moves = player.view["turn"], player.view["moves"]
        message = {"do": "write", "text": "Thank you for Tuesday. Shall we meet on Friday at four?", "moves": moves} \
            if turn["write"] else {"do": "choose", "move": turn["choices"][0]["move"], "moves": moves}
        begun = time.perf_counter()
        json.dumps(player.receive(message))
        slowest = max(slowest, time.perf_counter() - begun) if not turn["write"] else slowest
    return slowest


def main() -> None:
    scenes = load_all()
    with tempfile.TemporaryDirectory() as home:
        os.environ["RAPPORT_HOME"] = home
        slowest = max(map(choice_to_view, scenes))
    print(f"{len(scenes)} scenes")
    print(f"  load them all           {least(load_all) * 1000:8.0f} ms  (bar 150 ms)")
    print(f"  explore every play      {least(lambda: [_Explorer(scene).run() for scene in scenes], 1):8.1f} s   (bar 20 s)")
    print(f"  a choice, to the view   {slowest * 1000:8.1f} ms  (bar 50 ms with the page's drawing; the slowest one)")


if __name__ == "__main__":
    main()
