"""What a scene file holds: the models behind ``scenarios/scenes/*.yaml``.

A whole sentence in parentheses is a stage direction, as in a printed play:
``(He looks for his coat.) Well.`` A text that is nothing else tells a deed or an
event.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from . import condition

Text = Annotated[str, Field(min_length=1, pattern=r"\S")]
SLUG = r"^[a-z0-9]+(-[a-z0-9]+)*$"
"""How a scene may be named."""
Value = bool | int
State = Mapping[str, Value]

# YAML knows lists only; a scene never changes once it is loaded.
_frozen_list = BeforeValidator(lambda value: tuple(value) if isinstance(value, list) else value)


class Part(BaseModel):
    """One part of a scene: no conversion of types, no unknown field, no change afterwards."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True, populate_by_name=False)


class Counterpart(Part):
    """The person the learner meets."""

    name: Text
    role: Text
    voice: Text
    hides: Text


class Choice(Part):
    """One thing the learner can say or do; ``mistake`` is an id of the catalog."""

    say: Text
    why: Text
    mistake: Text | None = None
    effect: dict[str, Value] = {}
    when: Text | None = None
    reply: Text
    goto: Text

    @cached_property
    def condition(self) -> condition.Condition | None:
        """``when``, parsed. Raises ConditionError."""
        return condition.parse(self.when) if self.when else None


class Writing(Part):
    """What the learner is asked to write, and the brief that it is read against."""

    brief: Text
    prompt: Text


class Reply(Part):
    """One answer to a written text; exactly one of ``if``, ``unsure`` and ``else`` is given."""

    if_: Text | None = Field(default=None, alias="if")
    unsure: Literal[True] | None = None
    else_: Literal[True] | None = Field(default=None, alias="else")
    says: Text
    why: Text | None = None
    effect: dict[str, Value] = {}
    goto: Text | None = None

    @cached_property
    def condition(self) -> condition.Condition | None:
        """``if``, parsed. Raises ConditionError."""
        return condition.parse(self.if_) if self.if_ else None


class Turn(Part):
    """One moment: what the counterpart says, and the choices or the text that answer it.

    ``at`` says when it happens, where time has passed. A turn has either
    ``choices``, or ``write``, ``replies`` and (for replies without their own) ``goto``.
    """

    at: Text | None = None
    says: Text
    cue: Text | None = None
    choices: Annotated[tuple[Choice, ...], _frozen_list] = ()
    write: Writing | None = None
    replies: Annotated[tuple[Reply, ...], _frozen_list] = ()
    goto: Text | None = None


class Ending(Part):
    """How it can end; the first whose ``when`` holds is taken, and ``else`` always does."""

    when: Text | None = None
    else_: Literal[True] | None = Field(default=None, alias="else")
    says: Text
    score: Annotated[int, Field(ge=0, le=10)]

    @cached_property
    def condition(self) -> condition.Condition | None:
        """``when``, parsed. Raises ConditionError."""
        return condition.parse(self.when) if self.when else None


class Debrief(Part):
    """What the learner hears after the end; ``evidence`` is a key of the course's research.

    ``tension`` is one of the points where the course's sources disagree; both roads can be tried in the scene.
    """

    thought: Text
    look_back: Annotated[tuple[Text, ...], _frozen_list] = ()
    question: Text
    evidence: Text | None = None
    tension: Text | None = None


class Scene(Part):
    """A role-play. ``meters`` names in plain words the numbers of the state that learners see.

    Without ``meters`` every number of the state is shown under its own name.
    """

    id: Annotated[str, Field(pattern=SLUG)]
    title: Text
    mistakes: Annotated[tuple[Text, ...], _frozen_list] = Field(min_length=1)
    minutes: Annotated[int, Field(ge=1, le=60)]
    setting: Text
    objective: Text
    counterpart: Counterpart
    state: dict[str, Value] = {}
    meters: dict[str, Text] = {}
    start: Text
    turns: dict[str, Turn] = Field(min_length=1)
    endings: dict[str, Ending] = Field(min_length=1)
    debrief: Debrief

    @property
    def free_text(self) -> bool:
        """Whether the learner writes something of their own in it."""
        return any(turn.write for turn in self.turns.values())

    @property
    def shown(self) -> dict[str, str]:
        """The numbers of the state that learners see, each with its words."""
        if self.meters:
            return dict(self.meters)
        numbers = (name for name, value in self.state.items() if not isinstance(value, bool))
        return {name: name.replace("_", " ").capitalize() for name in numbers}

    @property
    def best(self) -> str:
        """The ending with the highest score (the first of them)."""
        return max(self.endings, key=lambda slug: self.endings[slug].score)


END = "end"
"""The ``goto`` that leads to whichever ending holds."""
