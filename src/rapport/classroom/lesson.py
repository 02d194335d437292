"""One learner's half hour, as messages: a kernel, a scene played to its end as a page plays it, and a draft read."""

from __future__ import annotations

import time
from dataclasses import dataclass
from functools import cache

from ..model_answers import strong_answer
from ..playing import load_scene
from ..playing.explore import explore
from .kernel import Kernel, KernelTrouble, opened_widgets, shown

SCENE, BRIEF = "the-borrowed-weir", "the-lost-paper"
SCORE = "of 10"


@dataclass(frozen=True)
class Lesson:
    """How long each part took, in seconds, and what the kernel's process takes, in MiB."""

    kernel: float
    scene: float
    draft: float
    memory: float


def learn(kernel: Kernel, begun: float) -> Lesson:
    """Play and write in a kernel that was asked for at ``begun``. Raises KernelTrouble where anything goes wrong."""
    kernel.run("%load_ext rapport")
    ready = time.monotonic()
    play(kernel)
    played = time.monotonic()
    text = shown(kernel.run(f"%%draft {BRIEF}\n{strong_answer(BRIEF)}"))
    if SCORE not in text:
        raise KernelTrouble(f"The draft was not read; the cell showed: {text[:200]}")
    read = time.monotonic()
    return Lesson(ready - begun, played - ready, read - played, memory(kernel))


def play(kernel: Kernel) -> None:
    """Play the scene through its widget, one message a move."""
    widget = opened_widgets(kernel.run(f'rapport.play("{SCENE}")'))[-1]
    view: dict = {}
    for count, move in enumerate(_moves()):
        view = kernel.tell_widget(widget, {"do": "choose", "move": move, "moves": count}).get("view", {})
        if view.get("error"):
            raise KernelTrouble(f"The scene stopped at move {count}: {view['error']}")
    if not view.get("ending"):
        raise KernelTrouble("The scene did not come to an end.")


def memory(kernel: Kernel) -> float:
    """What the kernel's process takes for itself, in MiB (see process_memory)."""
    code = "print(sum(int(l.split()[1]) for l in open('/proc/self/smaps_rollup') if l.startswith('Private_')))"
    return int(shown(kernel.run(code)).strip()) / 1024


@cache
def _moves() -> tuple[int, ...]:
    """The moves of the longest way through the scene that was noted, from its first turn to an ending."""
    outcomes = explore(load_scene(SCENE)).outcomes.values()
    return max(outcomes, key=lambda outcome: outcome.longest).moves
