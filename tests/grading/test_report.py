"""The class report: its figures are those of the gradebook and the reader, and its page is safe and whole."""

import json
import math
import re
from datetime import date
from html.parser import HTMLParser
from itertools import combinations

import pytest

from rapport import catalog
from rapport.assessing import assess
from rapport.grading.course import open_course
from rapport.grading.report.agreement import agreements, farthest
from rapport.grading.report.alike import THRESHOLD, Alike, alike, likeness, linking
from rapport.grading.report.gain import earlier_versions, gains
from rapport.grading.report.gathered import gather
from rapport.grading.report.mistakes import tallies
from rapport.grading.report.names import blind as without_names
from rapport.grading.report.needing import NO_COPY, REPLIED, needing
from rapport.grading.report.page import POLICY
from rapport.grading.report.spread import spreads, whole
from rapport.reading.brief import brief
from rapport.render.markup import escape

from small_class import (
    ABSENT, ANA, BEN, BRIEFS, CEM, DAO, EVA, FAY, GIL, REFLECTION, command, drafts, files, graded, handed_in,
    marked_by_a_person, own_copy, texts,
)
from submissions import MESSAGE, PLAN, SCRIPT
from test_harmless import Acting

DRAWN = Acting.PASSIVE | {"svg", "rect", "line", "circle", "text", "nav", "figure", "figcaption", "caption", "article",
                          "h5", "bdi"}


@pytest.fixture(scope="module")
def marked(new_course):
    """The class, with a person's points for three messages and one plan."""
    course = own_copy(new_course)
    for learner, points in ((ANA, 9), (BEN, 0), (CEM, 10)):
        marked_by_a_person(course, learner, MESSAGE, points, f"Well, {SCRIPT}" if learner == BEN else "")
    marked_by_a_person(course, ANA, PLAN, 5)
    return course


@pytest.fixture(scope="module")
def found(marked):
    return gather(open_course(marked.folder, "follow-up").course)


@pytest.fixture(scope="module")
def html(marked):
    path = marked.folder.parent / "report.html"
    done = command(marked, "report", "-o", str(path))
    assert done.exit_code == 0, done.output
    return path.read_text("utf-8")


def test_it_holds_every_answer_and_everybody(found):
    assert found.handed_in == (ANA, BEN, CEM, DAO, EVA, FAY, GIL)
    assert found.learners == (ANA, BEN, CEM, DAO, EVA, FAY, GIL, ABSENT)
    assert found.names == (MESSAGE, PLAN, REFLECTION)
    assert len(found.answers) == 21 and len(found.read) == 18


def test_mistakes_are_counted_by_learner(found):
    stated, asked = {}, {}
    for learner in (ANA, BEN, CEM, DAO, EVA, FAY):
        for name, text in texts(learner).items():
            if (learner, name) != (EVA, PLAN):
                for finding in assess(text, brief(BRIEFS[name]), date(2026, 3, 10)).findings:
                    (stated if finding.sure else asked).setdefault(finding.mistake, set()).add(learner)
    told = {one.mistake.id: (one.stated, one.asked) for own in tallies(found).values() for one in own}
    expected = {name: (len(stated.get(name, ())), len(asked.get(name, set()) - stated.get(name, set())))
                for name in stated | asked}
    assert told == expected and told
    assert all(one.mistake.unit == unit for unit, own in tallies(found).items() for one in own)


def test_marks_are_spread_by_what_counts(found, marked):
    message, plan, reflection = spreads(found)
    points = [marked.grade(learner, MESSAGE) for learner in (ANA, BEN, CEM, DAO, EVA, FAY)]
    counted = [row["auto_score"] if row["manual_score"] is None else row["manual_score"] for row in points]
    assert message.counts == tuple(sum(whole(mark) == number for mark in counted) for number in range(11))
    assert message.unmarked == 1 and sum(plan.counts) == 6
    assert (reflection.unmarked, reflection.middle, sum(reflection.counts)) == (7, None, 0)
    assert [whole(mark) for mark in (0, 0.4, 0.5, 9.5, 10)] == [0, 0, 1, 10, 10]


def test_who_needs_help_is_of_three_kinds(found):
    who = needing(found)
    assert who.absent == (ABSENT,)
    assert {why for _, why in who.waiting[GIL]} == {NO_COPY}
    assert REPLIED not in {why for _, why in who.waiting.get(BEN, ())}, "a person has settled Ben’s reply"
    low = {one.learner for one in who.low}
    for learner in (ANA, BEN, CEM, DAO, EVA, FAY):
        rows = [read.answer.row for read in found.answers if read.learner == learner and read.answer.row.points is not None]
        assert (learner in low) == (sum(row.points for row in rows) < sum(row.most for row in rows) / 2)
    assert len(who.waiting) + who.only_marking == len({read.learner for read in found.answers if read.answer.row.waiting})


def test_agreement_is_counted_where_both_gave_points(found, marked):
    message, plan, every = agreements(found)
    machine = {learner: marked.grade(learner, MESSAGE)["auto_score"] for learner in (ANA, BEN, CEM)}
    apart = [machine[ANA] - 9, machine[BEN] - 0, machine[CEM] - 10]
    assert (message.name, message.number, plan.number, every.number, every.name) == (MESSAGE, 3, 1, 4, "")
    assert message.exact == sum(one == 0 for one in apart)
    assert message.within_one == sum(abs(one) <= 1 for one in apart)
    assert message.higher == pytest.approx(sum(apart) / 3)
    shown = farthest(found)
    assert [abs(pair.apart) for pair in shown] == sorted((abs(pair.apart) for pair in shown), reverse=True)
    assert all(abs(pair.apart) >= 2 for pair in shown)
    assert math.isfinite(message.kappa) and -1 <= message.kappa <= 1


def test_near_copies_of_two_learners_are_found_and_nothing_else(found):
    close = alike(found)
    assert [(pair.one.learner, pair.other.learner, pair.one.name) for pair in close] == [(ANA, FAY, MESSAGE)]
    [pair] = close
    for read, places in zip((pair.one, pair.other), pair.shared, strict=True):
        shared = " ".join(read.answer.text[start:end] for start, end in places)
        assert "Weiss" not in shared and len(shared) > 0.8 * len(read.answer.text)


def test_drafts_written_apart_stay_below_the_threshold():
    for name in BRIEFS.values():
        written = [draft["text"] for draft in drafts(name)]
        assert max(likeness(one, other) for one, other in combinations(written, 2)) < THRESHOLD - 10
    text = drafts("after-the-event")[0]["text"]
    assert 100 > likeness(text, text.replace("All the best with the report.", "Good luck until Monday!")) > THRESHOLD
    assert likeness("", "") in (0, 100) and likeness(text, text) == 100


def test_of_many_alike_each_is_shown_once_beside_one(found):
    reads = [read for read in found.read if read.name == MESSAGE][:4]
    every = [Alike(one, other, 100, ((), ())) for one, other in combinations(reads, 2)]
    kept = linking(every)
    assert len(kept) == 3
    assert {read.learner for pair in kept for read in (pair.one, pair.other)} == {read.learner for read in reads}


def test_without_an_exchange_the_gain_is_not_guessed(marked, found, html):
    assert earlier_versions(open_course(marked.folder, "follow-up"), found, marked.folder / "nowhere") is None
    assert "nbgrader keeps only what was handed in last" in html


def test_an_earlier_version_is_read_again_and_compared(marked, found, tmp_path):
    notebook = handed_in(marked.notebook("exercises"), ANA)
    for cell in notebook["cells"]:
        if cell["id"] == MESSAGE:
            cell["source"] = "%%draft after-the-event\nHi Hannah, I need museum clients. You must help me with your contacts."
    hostile = {"BEN": "no json", "CEM": json.dumps({"cells": [7, {"source": 5}]}), "DAO": json.dumps([])}
    for learner, content in {ANA: json.dumps(notebook), BEN: hostile["BEN"], CEM: hostile["CEM"], DAO: hostile["DAO"]}.items():
        folder = tmp_path / f"{learner}+follow-up+2026-03-01 09:00:00.000000 UTC+abc"
        folder.mkdir()
        (folder / "follow-up.ipynb").write_text(content)
    (tmp_path / f"{FAY}+follow-up+2026-03-01 09:00:00 UTC").symlink_to(tmp_path)
    versions = earlier_versions(open_course(marked.folder, "follow-up"), found, tmp_path)
    assert [(one.read.learner, one.read.name, one.number) for one in versions] == [(ANA, MESSAGE, 2)]
    [gain] = gains(found, versions)
    assert (gain.number, gain.up + gain.same + gain.down, gain.last) == (1, 1, versions[0].read.assessment.score)
    done = command(marked, "report", "-o", str(tmp_path / "page.html"), "--earlier", str(tmp_path))
    assert done.exit_code == 0 and "First and last versions" in (tmp_path / "page.html").read_text("utf-8")


def test_the_page_holds_nothing_that_acts_or_loads(html, monkeypatch):
    monkeypatch.setattr(Acting, "PASSIVE", DRAWN)
    assert Acting(html).found == []
    assert SCRIPT not in html and "&lt;script&gt;" in html
    assert POLICY.startswith("default-src 'none'") and "script" not in POLICY and escape(POLICY) in html
    assert not re.findall(r"(?:src|href)=\"(?!#)", html) and "url(" not in html and "@import" not in html


class Outline(HTMLParser):
    """The headings, the pictures and the tables of a page, in order."""

    def __init__(self, page: str):
        super().__init__()
        self.found: list[tuple[str, dict]] = []
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        if tag in ("h1", "h2", "h3", "h4", "h5", "svg", "caption", "section"):
            self.found.append((tag, dict(attrs)))


def test_each_picture_has_a_text_and_its_section_a_table(html):
    parts, section = {}, ""
    for tag, attributes in Outline(html).found:
        if tag == "section":
            section = attributes["id"]
        parts.setdefault(section, []).append(tag)
        if tag == "svg":
            assert attributes["role"] == "img" and attributes["aria-label"]
    drawn = {name for name, tags in parts.items() if "svg" in tags}
    assert drawn == {"mistakes", "marks", "agreement"}
    assert all("caption" in parts[name] for name in drawn)
    assert [tag for tag, _ in Outline(html).found].count("h1") == 1


def test_it_names_learners_and_blind_it_does_not(marked, html, tmp_path):
    everybody = (ANA, BEN, CEM, DAO, EVA, FAY, GIL, ABSENT)
    assert all(name in html for name in (ANA, FAY, GIL, ABSENT))
    path = tmp_path / "blind.html"
    assert command(marked, "report", "--blind", "-o", str(path)).exit_code == 0
    blind = path.read_text("utf-8")
    assert not any(name in blind for name in everybody)
    assert set(re.findall(r"Learner \d+", blind)) <= {f"Learner {number}" for number in range(1, 9)}


def test_the_order_of_a_blind_page_is_that_of_its_numbers(found):
    orders = set()
    for _ in range(8):
        hidden = without_names(found)
        assert list(hidden.handed_in) == sorted(hidden.handed_in) and list(hidden.learners) == sorted(hidden.learners)
        texts_in_order = tuple(read.answer.text for read in hidden.read if read.name == MESSAGE)
        orders.add(texts_in_order)
        assert sorted(texts_in_order) == sorted(read.answer.text for read in found.read if read.name == MESSAGE)
    assert len(orders) > 1, "the numbers are dealt out anew"


def test_nothing_but_the_page_is_written(marked, tmp_path):
    before = files(marked)
    assert command(marked, "report", "-o", str(tmp_path / "page.html")).exit_code == 0
    assert files(marked) == before
    assert [path.name for path in tmp_path.iterdir()] == ["page.html"]


def test_every_title_of_a_mistake_fits_the_picture():
    from rapport.grading.report.charts import Bar, bars

    drawn = bars([("All", [Bar(one.title, 1, 0, "1") for one in catalog.mistakes().values()])], 1, "All of them")
    lines = re.findall(r'class="rapport-label"[^>]*>([^<]*)<', drawn)
    assert max(map(len, lines)) <= 42


def test_a_class_that_was_not_graded_yet_is_told_what_to_do(new_course):
    course = new_course("follow-up")
    done = command(course, "report")
    assert done.exit_code == 2 and "nbgrader autograde" in done.output
    assert graded(new_course).is_dir()
