"""The plans add up, and what they name is there."""

import re

import pytest

from rapport import catalog, ipynb
from rapport.documents import Faulty
from rapport.playing import load_scene
from rapport.sheets import pages
from rapport.sheets.writing import files, played_in

TEXT = (pages.folder() / "plans.md").read_text(encoding="utf-8")
PLANS = pages.plans()
AT_HOME = re.compile(r"At home \((?P<minutes>\d+) minutes\): (?P<said>.*?)\n\n", re.DOTALL)
SHORT_HEAD = "# Plans\n\n## A day (20 minutes)\n\n| Start | Minutes | What happens | You need |\n|---|---|---|---|\n"


@pytest.mark.parametrize("plan", PLANS, ids=lambda plan: plan.title)
def test_the_minutes_of_a_plan_add_up_to_its_heading(plan):
    assert sum(part.minutes for part in plan.parts) == plan.minutes


@pytest.mark.parametrize("plan", PLANS, ids=lambda plan: plan.title)
def test_each_part_starts_when_the_one_before_ends(plan):
    passed = 0
    for part in plan.parts:
        assert part.start == f"{passed // 60}:{passed % 60:02}"
        passed += part.minutes


def test_there_is_a_plan_for_an_afternoon_half_a_day_and_six_weeks():
    minutes = [plan.minutes for plan in PLANS]
    assert minutes.count(90) >= 7 and 210 in minutes
    assert sum(plan.title.startswith("Week ") for plan in PLANS) == 6


@pytest.mark.parametrize("found", list(AT_HOME.finditer(f"{TEXT}\n\n")), ids=lambda found: found["minutes"])
def test_the_minutes_for_home_are_those_of_the_lessons(found):
    lessons = catalog.lesson_paths()
    named = re.findall(r"notebooks/([\w-]+)\.ipynb", found["said"])
    assert int(found["minutes"]) == sum(ipynb.load(lessons[name]).course["minutes"] for name in named)


def test_a_lesson_gets_the_minutes_that_it_names():
    for plan in PLANS:
        for part in plan.parts:
            if part.happens.startswith("Lesson "):
                assert part.minutes == 25, part


def test_six_weeks_reach_every_lesson_and_every_review():
    weeks = TEXT[TEXT.index("## Six weeks"):]
    assert {name for name in catalog.lesson_paths() if name not in set(re.findall(r"notebooks/([\w-]+)\.ipynb", weeks))} == set()


def test_every_assignment_that_is_named_is_there_and_none_is_left_out():
    said = re.search(r"one assignment a week: (.*?)\. Each", TEXT, re.DOTALL)[1]
    assert set(re.findall(r"`([\w-]+)`", said)) == set(catalog.assignment_paths())


def test_titles_in_quotes_are_those_of_the_scenes_that_are_printed():
    for plan in PLANS:
        for part in plan.parts:
            for name in re.findall(r"pair-([\w-]+)", part.needed):
                assert f"“{load_scene(name).title}”" in part.happens


def test_a_scene_has_as_long_as_it_takes_and_time_to_hand_out_sheets():
    for plan in PLANS:
        for part in plan.parts:
            for name in re.findall(r"pair-([\w-]+)", part.needed):
                assert part.minutes >= load_scene(name).minutes + 5


def test_titles_in_links_are_those_of_the_lessons():
    for title, name in re.findall(r"Lesson \[([^\]]+)\]\(\.\./notebooks/([\w-]+)\.ipynb\)", TEXT):
        source = "\n".join(cell.source for cell in ipynb.load(catalog.lesson_paths()[name]).cells)
        assert f"# {title}\n" in source


def test_whatever_sheet_is_needed_is_written():
    played = played_in(PLANS)
    written = {file.name.removesuffix(".html") for file in files(played[:1])} | {f"pair-{name}" for name in played}
    needed = {word for word in re.findall(r"`([\w-]+)`", "".join(re.findall(r"^\| \d.*$", TEXT, re.MULTILINE)))}
    assert needed <= written and len(played) > 5


def test_a_row_that_cannot_be_read_is_named_with_its_line(tmp_path):
    path = tmp_path / "plans.md"
    path.write_text(f"{SHORT_HEAD}| 0:00 | ten | Welcome. | |\n", encoding="utf-8")
    with pytest.raises(Faulty, match="7.*0:25"):
        pages.plans(path)


def test_a_changed_page_changes_the_plan(tmp_path):
    path = tmp_path / "plans.md"
    path.write_text(f"{SHORT_HEAD}| 0:00 | 20 | Sing **“O”**, see [here](x.md). | `pair-x` |\n", encoding="utf-8")
    [plan] = pages.plans(path)
    assert (plan.title, plan.minutes) == ("A day", 20)
    assert plan.parts == (pages.Part("0:00", 20, "Sing “O”, see here.", "pair-x"),)
