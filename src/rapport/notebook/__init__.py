"""The notebook's ``%%draft``, ``%%plan``, ``%%played``, ``%%reflect`` and ``%%reply``, and help where their line got lost.

``%load_ext rapport`` calls ``load_ipython_extension``. The cell's text is read
as text: nothing that a learner writes is run.
"""

from __future__ import annotations

import os
import sys

from ..answers import COMMANDS, answer_text
from ..objections import COMMAND

MAGICS = (*COMMANDS, COMMAND, "rapport_stray")

__all__ = ["answer_text", "load_ipython_extension", "unload_ipython_extension"]


def load_ipython_extension(ip) -> None:
    """Make the commands and the name ``rapport`` available here; loading twice changes nothing."""
    from .magics import Answers

    unload_ipython_extension(ip)
    answers = Answers(ip)
    ip.register_magic_function(answers.draft, "cell", "draft")
    ip.register_magic_function(answers.plan, "cell", "plan")
    ip.register_magic_function(answers.played, "cell", "played")
    ip.register_magic_function(answers.reflect, "cell", "reflect")
    ip.register_magic_function(answers.object, "cell", COMMAND)
    ip.register_magic_function(answers.stray, "cell", "rapport_stray")
    ip.input_transformers_cleanup.insert(0, answers.rescue)
    ip.user_ns["rapport"] = sys.modules["rapport"]


def unload_ipython_extension(ip) -> None:
    """Take all of it away again."""
    for name in MAGICS:
        ip.magics_manager.magics["cell"].pop(name, None)
    hooks = ip.input_transformers_cleanup
    hooks[:] = [hook for hook in hooks if not getattr(hook, "is_rapport", False)]
    if ip.user_ns.get("rapport") is sys.modules["rapport"]:
        del ip.user_ns["rapport"]


if "RAPPORT_BOARD_URL" in os.environ:  # a hub with a class board; elsewhere nothing of it is even loaded
    from ..sharing import listening

    listening.begin()
