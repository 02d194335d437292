"""The three sheets of a scene on paper: what stands on each, part by part, as data for page and plain text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..playing.pairing import Answer, Moment, Pairing, Tick, Track
from ..playing.script import Line
from .words import counted, sentence


@dataclass(frozen=True)
class Heading:
    """The beginning of a part."""

    text: str


@dataclass(frozen=True)
class Words:
    """A paragraph."""

    text: str


@dataclass(frozen=True)
class Items:
    """A list; ``numbered`` where the order matters."""

    texts: tuple[str, ...]
    numbered: bool = False


@dataclass(frozen=True)
class Said:
    """Lines to read aloud, with words before them that are not."""

    lines: tuple[Line, ...]
    before: str = ""


@dataclass(frozen=True)
class Box:
    """Something to tick: a name, words beside it, and lines as an example."""

    name: str
    words: str = ""
    lines: tuple[Line, ...] = ()
    ticked: bool = False


@dataclass(frozen=True)
class Boxes:
    """Boxes below each other; ``small`` ones may also stand side by side."""

    boxes: tuple[Box, ...]
    small: bool = False


@dataclass(frozen=True)
class Answers:
    """What may be heard, or written, with reply and consequence; a table."""

    answers: tuple[Answer, ...]
    written: bool


@dataclass(frozen=True)
class Room:
    """A question, and room to write a sentence."""

    question: str


Block = Heading | Words | Items | Said | Boxes | Answers | Room | Track


@dataclass(frozen=True)
class Sheet:
    """One of the three."""

    title: str
    blocks: tuple[Block, ...]


def sheets(found: Pairing) -> tuple[Sheet, Sheet, Sheet]:
    """The player's card, the counterpart's script and the observer's card."""
    return (
        Sheet("The player's card", tuple(_card(found))),
        Sheet("The counterpart's script", tuple(_script(found))),
        Sheet("The observer's card", tuple(_watching(found))),
    )


def _card(found: Pairing) -> Iterator[Block]:
    scene = found.scene
    who = scene.counterpart
    yield Words(scene.setting)
    yield from (Heading("What you want"), Words(scene.objective))
    yield from (Heading("Whom you meet"), Words(sentence(f"{who.name}, {who.role}")))
    yield Heading("How to play")
    pen = ("At one point you write something. Have a pen and a sheet of paper ready.",) if scene.free_text else ()
    yield Items((
        "Speak in your own words. There are no lines to choose from.",
        f"Your partner is {who.name}, and also tells you what happens and when time has passed.",
        "In some moments you are alone. Then say what you do.",
        *pen,
        f"Stop after about {counted(scene.minutes, 'minute')}, or when your partner reads you how it ends.",
        "Leave the other two sheets unread until then.",
    ))


def _script(found: Pairing) -> Iterator[Block]:
    who = found.scene.counterpart
    yield Words(f"For the person who plays {who.name}. Keep it out of the player's sight.")
    yield Heading("Who you are")
    yield Words(sentence(f"{who.name}, {who.role}"))
    yield Words(f"How you speak: {sentence(who.voice)}")
    yield Words(f"What you want and do not say: {sentence(who.hides)}")
    yield from (Heading("How it goes"), Items(_how_it_goes(found)))
    yield from _counting(found)
    for moment in found.moments:
        yield from _moment(moment)
    yield from _endings(found)


def _how_it_goes(found: Pairing) -> tuple[str, ...]:
    who = found.scene.counterpart
    return (
        f"In the words of the scene, “you” is the player, and {who.name} is you.",
        "What stands in brackets you read aloud, as a storyteller. The rest you say as yourself in the scene.",
        "Begin with moment 1. Read its opening aloud. Then stop and listen.",
        "Look on the left for what comes nearest. Do not compare words. Compare what they do: ask, give, wait, thank. "
        "Where it says “only if”, the line counts only then.",
        "Give the reply beside it. Keep count as it says on the right, and go to the moment that is named there.",
        f"If what you hear fits no line, answer with one short sentence in your own voice ({who.voice}), and go on "
        "with the line that comes nearest.",
    )


def _counting(found: Pairing) -> Iterator[Block]:
    if not (found.tracks or found.ticks):
        return
    yield Heading("Keep count")
    if found.tracks:
        yield Words("Lay a bean or a paper clip on the framed number. “+1” moves it one to the right, “−1” one to the "
                    "left. With a pencil, write + and − beside the row.")
        yield from found.tracks
    if found.ticks:
        yield Words("Tick these when the script says so. “Untick” means: cross the tick out.")
        yield Boxes(tuple(map(_tick, found.ticks)), small=True)


def _tick(tick: Tick) -> Box:
    return Box(tick.name, f"at {', '.join(tick.answers)}" if tick.answers else "", ticked=tick.ticked)


def _moment(moment: Moment) -> Iterator[Block]:
    yield Heading(f"Moment {moment.number}" + (f": {moment.at}" if moment.at else ""))
    yield Said(moment.opening)
    if moment.writing:
        yield Said((Line("text", moment.writing),), "The player writes on paper. Tell them:")
        if moment.hint:
            yield Words(f"The hint: {moment.hint}")
        yield Words("Read what they wrote. Take the first line below that is so.")
    yield Answers(moment.answers, bool(moment.writing))


def _endings(found: Pairing) -> Iterator[Block]:
    yield Heading("The endings")
    yield Words("Take the first one that is so, and read it aloud. With it the scene is over.")
    for close in found.closes:
        yield Said(close.lines, f"If {close.when}:" if close.when else "If none of these is so:")
    yield Words("Then talk about it, with the observer's card.")


def _watching(found: Pairing) -> Iterator[Block]:
    scene, name = found.scene, found.scene.counterpart.name
    yield Words("For the person who watches and says nothing while the others play. If there are only two of you, read it "
                "together when the scene is over.")
    yield Heading("Did it happen?")
    yield Boxes(tuple(Box(sign.title, f"For example in moment {sign.moment}:" if sign.moment else "", sign.example)
                      for sign in found.signs))
    yield Heading("Did they notice?")
    yield Boxes(tuple(Box(f"Moment {moment}", cue) for moment, cue in found.cues))
    yield from (Heading("One sentence each"), Room("What helped?"), Room("What would you try next?"))
    yield Heading("For the talk afterwards")
    yield Items((scene.debrief.question, "At which moment did it turn, and what did each of you feel there?",
                 "What would you say in that moment if you played it again?"), numbered=True)
    yield Heading("Read this aloud last, when the talk is over")
    yield Said((Line("text", scene.debrief.thought),), f"What {name} thought and did not say:")
    yield Said((Line("text", scene.counterpart.hides),), f"What {name} did not show:")
