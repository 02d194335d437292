"""The calls that lesson cells make. Each returns something a notebook can show.

Learners meet these, so a wrong name gives one sentence with the nearest names
instead of an error. Programs use the parts below, which raise.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps

from .. import catalog, render
from ..documents import Faulty
from ..reading.brief import brief as brief_named


def _friendly(show: Callable) -> Callable:
    @wraps(show)
    def shown(name: object = "") -> object:
        try:
            return show(str(name))
        except (catalog.Unknown, Faulty, FileNotFoundError) as error:
            return render.note(*(error.args[0] if isinstance(error, LookupError) else str(error)).splitlines())

    return shown


@_friendly
def play(scene: str):
    """A role-play to click through; it goes on where you left it."""
    from ..playing import load_scene
    from ..widgets.shown import scene_shown

    return scene_shown(load_scene(scene))


@_friendly
def pair(scene: str) -> render.Card:
    """A scene for two or three people in one room: three sheets, closed until somebody opens their own."""
    from ..playing import load_scene
    from ..render.pair_sheet import pair_card

    return pair_card(load_scene(scene))


@_friendly
def pad(brief: str):
    """A place to write for a brief; your text is read while you type and kept."""
    from ..widgets.shown import pad_shown

    return pad_shown(brief_named(brief))


@_friendly
def spot(mistake: str):
    """Messages to judge one by one: would you send it, and if not, what is wrong with it?"""
    from ..spotting import load_spots
    from ..widgets.spot import SpotWidget

    return SpotWidget(load_spots(mistake))


@_friendly
def who_is_right(tension: str):
    """What the articles do not agree on, as small situations to decide; one alone, or without a name all of them."""
    from ..dilemmas import every_dilemma, load_dilemma
    from ..widgets.dilemma import DilemmaWidget

    return DilemmaWidget((load_dilemma(tension),) if tension else every_dilemma())


@_friendly
def jot(about: str):
    """A line of your own, kept on this machine and judged by nobody."""
    from ..widgets.jot import JotWidget

    return JotWidget(catalog.noted(about))


@_friendly
def if_then(mistake: str):
    """A plan in two halves, if this then that, kept on this machine."""
    from ..widgets.if_then import IfThenWidget

    return IfThenWidget(catalog.mistake(mistake).id)


def review():
    """What is due today: messages about your own mistakes, a scene to play, and your plans."""
    from ..widgets.review import TodayWidget

    return TodayWidget()


@_friendly
def review_unit(unit: str):
    """Messages on all the mistakes of one part of the course, mixed; what you got wrong before comes first."""
    from ..widgets.review import UnitReviewWidget

    return UnitReviewWidget(unit)


@_friendly
def my_plans(unit: str):
    """Your if-then plans from one part of the course."""
    from ..widgets.plans import PlansWidget

    return PlansWidget(catalog.unit(unit))


def progress():
    """Your mistakes made and mended over time, as a picture and in words."""
    from ..widgets.progress import ProgressWidget

    return ProgressWidget()


def network():
    """The map of the learner's own people, kept on this machine."""
    from ..widgets.network import NetworkWidget

    return NetworkWidget()


def my_brief():
    """A form that makes a brief of the learner's own situation."""
    from ..widgets.my_brief import MyBriefWidget

    return MyBriefWidget()


def my_pads():
    """A pad for each brief of the learner's own: the messages first, then the plan."""
    from ..widgets.own_pads import own_pads

    return own_pads()


@_friendly
def export_plan(brief: str):
    """Write a plan that is kept as a calendar file and a page to print; without a name, show the plans to choose from."""
    from ..capstone.exporting import NoPlan, export

    if not brief:
        from ..widgets.plan_export import PlanExportWidget

        return PlanExportWidget()
    try:
        return render.note(export(brief_named(brief)))
    except NoPlan as error:
        return render.note(str(error))


def board():
    """A learner's place in their class: what they share with it, and the question that is asked."""
    from ..sharing import channel, telling

    if not channel.address():
        return render.note(telling.NO_CLASS)
    from ..widgets.board import BoardWidget

    return BoardWidget()


@_friendly
def show_brief(brief: str) -> render.Card:
    """The situation to write for."""
    return render.brief_card(brief_named(brief))


@_friendly
def evidence_box(mistake: str) -> render.Card:
    """What research says about a mistake, for and against, with its limits."""
    return render.evidence_card(catalog.mistake(mistake))


@_friendly
def explain(mistake: str) -> render.Card:
    """What a mistake is and what to do instead."""
    return render.mistake_card(catalog.mistake(mistake))


def course_map() -> render.Card:
    """The five parts of the course, the twenty-two mistakes and the lessons that are ready."""
    return render.course_map()
