"""The sentences about sharing where one is."""

from __future__ import annotations

from .consent import NAMED, NO, UNNAMED

TITLE = "Your class"
NO_CLASS = "There is no class here. This works where your course runs on a hub that has a class board."
INTRO = (
    "The person who teaches you has a board. It shows where the class is, and who is stuck. "
    "It may stand on the big screen. You decide if you are on it. You can change this at any time: "
    "say no, and the board forgets you."
)
SHARED = (
    "What is shared: the lesson you are in, how your scenes end, and when you say that you are stuck or done. "
    "Your answers to questions asked here count too. What is never shared: your texts, your choices in a scene, "
    "your mistakes and your marks."
)
QUESTION = "Share where you are with your class?"
OPTIONS = {
    UNNAMED: ("Yes, without my name", "The board shows a number."),
    NAMED: ("Yes, with my name", "The board shows your name if the person who teaches you asks for names. "
                                 "If not, it shows a number."),
    NO: ("No", "Nothing is sent. The course is the same for you."),
}
CHANGE = "Change what you share"
SAID_NO = "You share nothing with your class."
TAKEN_BACK = "You share nothing with your class. The board has forgotten you."
NOT_TAKEN_BACK = "Nothing is sent any more. The board could not be told yet to forget you. I try again now and then."
NOT_KEPT = "This computer does not let me keep your answer. So nothing is shared."
JOINING = "One moment …"
TROUBLE = "The board does not answer just now. Go on with the course; I try again by myself."
ANEW = "Your class has begun anew. So you are asked once more."
STUCK, GOING, DONE, NOT_DONE = "I am stuck", "I can go on", "I am done", "I am not done yet"
POLL, POLL_OVER = "What would you say?", "No more answers are taken."
STATIC = "Run this cell (the play button, or Shift+Enter) to see your class here."


def on_board(told: dict) -> list[str]:
    """What the board shows of the learner, in sentences; ``told`` is the board's answer."""
    where = f" You are in “{told['lesson']}”." if told.get("lesson") else ""
    lines = [f"You are on the board as “{told['label']}”.{where}"]
    if told.get("stuck"):
        lines.append("You said that you are stuck. " + ("It was seen." if told.get("seen") else "Help is asked for."))
    elif told.get("done"):
        lines.append("You said that you are done.")
    return lines


def buttons(told: dict) -> list[tuple[str, str]]:
    """What the learner can say now: the word to send, and how it reads."""
    if told.get("stuck"):
        return [("going", GOING), ("done", DONE)]
    if told.get("done"):
        return [("going", NOT_DONE), ("stuck", STUCK)]
    return [("stuck", STUCK), ("done", DONE)]
