"""Forged numbers: points, scores and counts that a notebook claims, and the time that it was handed in at."""

import math
import os

from .cases import Case, Deserves, Place, changed, write

POINTS = {"many": 1000, "below-nothing": -5, "not-a-number": math.nan, "without-end": math.inf, "a-list": [10],
          "huge": 10**400}
CLAIMS = [
    {"text/plain": "10.0"},
    {"text/plain": "np.float64(0.5)"},
    {"text/plain": "nan"},
    {"text/html": "<p><b>10 of 10</b></p>", "application/vnd.rapport+json": {"score": 10}},
]
TIMES = {
    "no-time": "yesterday, I promise",
    "no-such-day": "2026-13-45 99:99:99 UTC",
    "before-time": "0001-01-01 00:00:00 +1400",
    "after-time": "9999-12-31 23:59:59 -1400",
    "from-a-file": "2026-03-10 09:00:00 /etc/passwd",
    "from-a-device": "2026-03-10 09:00:00 ../../../../dev/zero",
    "formatted": "{0.__class__} %s ${HOME} $(touch @FILE@)",
    "long": "2026-03-10 " * 100_000,
    "no-text": b"\xff\xfe\x00\xd8" * 10,
    "empty": "",
    "html": "<script>alert()</script>",
}


def _claims(points: object):
    def change(notebook: dict, cell: dict) -> None:
        cell["metadata"]["nbgrader"] |= {"points": points, "max_score": points, "checksum": "0" * 32}
        notebook["metadata"]["nbgrader"] = {"score": points}
        cell |= {"outputs": [{"output_type": "execute_result", "execution_count": 10**20, "metadata": {}, "data": data}
                             for data in CLAIMS], "execution_count": -1}
    return changed(change)


def _at(moment: "str | bytes"):
    def make(place: Place) -> dict:
        write(place, place.aimed(moment) if isinstance(moment, str) else moment, "timestamp.txt")
        return place.answered()
    return make


def _time_is_a_pipe(place: Place) -> dict:
    place.folder.mkdir(parents=True)
    os.mkfifo(place.folder / "timestamp.txt")
    return place.answered()


def _time_is_a_link(place: Place) -> dict:
    place.folder.mkdir(parents=True)
    (place.folder / "timestamp.txt").symlink_to("/dev/zero")
    return place.answered()


def _time_is_a_folder(place: Place) -> dict:
    (place.folder / "timestamp.txt").mkdir(parents=True)
    return place.answered()


CASES = (
    {f"points-{name}": Case(_claims(points), Deserves()) for name, points in POINTS.items()}
    | {f"time-{name}": Case(_at(moment), Deserves()) for name, moment in TIMES.items()}
    | {
        "time-is-a-pipe": Case(_time_is_a_pipe, Deserves()),
        "time-is-a-link": Case(_time_is_a_link, Deserves()),
        "time-is-a-folder": Case(_time_is_a_folder, Deserves()),
    }
)
