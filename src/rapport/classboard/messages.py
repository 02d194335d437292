"""What may be sent to the board, by learners' kernels and by the instructor's page; anything else is refused."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter

Slug = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80)]
Count = Annotated[int, Field(ge=0, le=1_000_000)]


class Message(BaseModel):
    """One message: no conversion of types, and no field that is not asked for."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)


class Join(Message):
    """A learner agrees to be shown, with their name or without."""

    do: Literal["join"]
    named: bool


class Lesson(Message):
    """A learner has opened a lesson or an exercise."""

    do: Literal["lesson"]
    lesson: Slug


class Ending(Message):
    """A learner has come to an ending of a scene."""

    do: Literal["ending"]
    scene: Slug
    ending: Slug


class Answer(Message):
    """A learner's answer to a poll: the index of a choice in the file's order."""

    do: Literal["answer"]
    poll: Count
    choice: Count


class Word(Message):
    """Something that needs no more than its name; ``look`` asks how things stand, ``leave`` takes everything back."""

    do: Literal["stuck", "going", "done", "look", "leave"]


class Open(Message):
    """The instructor asks the class what they would say at a turn of a scene."""

    do: Literal["open"]
    scene: Slug
    turn: Annotated[str, Field(min_length=1, max_length=80)]


class Seen(Message):
    """The instructor has seen that a learner is stuck."""

    do: Literal["seen"]
    number: Count


class Names(Message):
    """The instructor asks for names, or does so no longer."""

    do: Literal["names"]
    ask: bool


class Order(Message):
    """About the poll (close, show, hide, away), or to forget the whole class."""

    do: Literal["close", "show", "hide", "away", "forget"]


REPORT: TypeAdapter = TypeAdapter(Annotated[Join | Lesson | Ending | Answer | Word, Field(discriminator="do")])
"""What a learner's kernel may send."""

ORDER: TypeAdapter = TypeAdapter(Annotated[Open | Seen | Names | Order, Field(discriminator="do")])
"""What the instructor's page may send."""
