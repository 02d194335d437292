"""What a learner is told after they have said where they stand: both sides, what research adds, and our own reading."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from .. import research
from ..render.evidence import authors, care, footnotes, source_line
from ..render.words import counted
from ..research import Bearing, Side
from ..spotting.rounds import SURENESS
from ..spotting.telling import SAID, SURE
from .dilemma import Dilemma
from .positions import A, B, CHOICES, DEPENDS, Position, changed

TITLE = "Who is right?"
INTRO = (
    "The articles behind this course do not always agree. Read what somebody must decide, and say what you would do. "
    "Only then comes what the articles and research say. There are no marks, and you can change your mind."
)
LETTERS = {A: "A", B: "B"}
DEPENDING = "It depends"
ON = "On what? One line of your own"
ON_NOTE = "Only you see it. It is kept on this machine."
YOURS = "your answer"
ARTICLES = "What the articles say, in our words"
RESEARCH = "What research adds"
INVENTED = "The story is invented, so no study has tested it. These come near it."
OURS = "How we read it"
OURS_NOTE = "This is our reading, not a finding."
LATER = "One thing to try"
LATER_NOTE = "This is our idea, not a finding either."
OTHERWISE = "I see it otherwise now"
CHANGED = "Changed. What you said at first is kept too."


def choices(dilemma: Dilemma) -> list[dict[str, str]]:
    """What can be answered, in the order of the sides."""
    labels = (dilemma.option_a, dilemma.option_b, DEPENDING)
    return [{"choice": one, "letter": LETTERS.get(one, ""), "label": label} for one, label in zip(CHOICES, labels)]


def said(position: Position) -> str:
    """Where a learner stands and how sure they were."""
    return f"You {_where(position)}, {SAID[position.sure]}."


def on(position: Position) -> str:
    """On what it depends, in the learner's own words, or ""."""
    return f"On what? “{position.on}”" if position.on else ""


def before(positions: Sequence[Position]) -> str:
    """Where a learner stood at first, if that was elsewhere."""
    return f"At first you {_where(positions[0])}." if changed(tuple(positions)) else ""


def told(dilemma: Dilemma) -> dict:
    """Both sides, the research with its sources and cautions, and our reading: all that is the same for everybody."""
    tension = research.tension(dilemma.tension)
    return {
        "title": tension.title,
        "articles": ARTICLES,
        "sides": [_side(A, tension.side_a), _side(B, tension.side_b)],
        "research": RESEARCH,
        "invented": INVENTED,
        "findings": [_finding(bearing) for bearing in tension.research],
        "footnotes": footnotes(bearing.study for bearing in tension.research),
        "ours": [
            {"heading": OURS, "text": tension.suggested_reading, "note": OURS_NOTE},
            {"heading": LATER, "text": dilemma.later, "note": LATER_NOTE},
        ],
    }


def summary(said_so_far: Mapping[str, Sequence[Position]], count: int) -> list[str]:
    """All answers in a few sentences; ``count`` is how many questions there are."""
    last = [positions[-1] for positions in said_so_far.values() if positions]
    lines = [f"You have answered {len(last)} of {count}."]
    if len(last) > 1:
        lines += [_sides(last), f"How sure: {', '.join(_sureness(last))}."]
    if moved := sum(changed(tuple(positions)) for positions in said_so_far.values()):
        lines.append(f"You changed your mind about {counted(moved, 'question')}.")
    return lines


def rest(answered: int) -> str:
    """What is said where one sitting ends."""
    done = f"You have answered {counted(answered, 'question')}."
    return f"{done} This is a good place to stop for today; your answers are kept."


def row(dilemma: Dilemma, positions: Sequence[Position]) -> dict[str, str]:
    """One line of the overview."""
    shown = {"which": dilemma.tension, "title": research.tension(dilemma.tension).title}
    if not positions:
        return {**shown, "said": "Not answered yet.", "text": "", "before": "", "open": "Answer"}
    last = positions[-1]
    text = {A: dilemma.option_a, B: dilemma.option_b, DEPENDS: on(last)}[last.choice]
    return {**shown, "said": said(last), "text": text, "before": before(positions), "open": "Open again"}


def _sides(last: Sequence[Position]) -> str:
    depends = sum(one.choice == DEPENDS for one in last)
    if depends in (0, len(last)):
        return "Each time you said that it depends." if depends else "Each time you took a side."
    return f"You took a side {_times(len(last) - depends)} and said {_times(depends)} that it depends."


def _sureness(last: Sequence[Position]) -> list[str]:
    counts = {sure: sum(one.sure == sure for one in last) for sure in reversed(SURENESS)}
    return [f"{SURE[sure].lower()} {_times(count)}" for sure, count in counts.items() if count]


def _times(count: int) -> str:
    return {1: "once", 2: "twice"}.get(count) or counted(count, "time")


def _where(position: Position) -> str:
    return "said that it depends" if position.choice == DEPENDS else f"took {LETTERS[position.choice]}"


def _side(choice: str, side: Side) -> dict[str, str]:
    return {"letter": LETTERS[choice], "says": side.says, "source": _articles(side)}


def _articles(side: Side) -> str:
    """The articles that say so, each with the number of the point."""
    points: dict[str, list[int]] = {}
    for key, number in side.sources:
        points.setdefault(key, []).append(number)
    return "; ".join(f"“{research.sources()[key].title}”, {_points(found)}" for key, found in points.items())


def _points(numbers: list[int]) -> str:
    *first, last = map(str, numbers)
    return f"points {', '.join(first)} and {last}" if first else f"point {last}"


def _finding(bearing: Bearing) -> dict:
    return {
        "bears": bearing.bears,
        "care": [care(caution) for caution in bearing.cautions],
        "by": f"The study: {authors(bearing.citation)}",
        "study": bearing.study,
        "source": source_line(bearing),
    }
