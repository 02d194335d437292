"""A kept plan leaves the course as two files; nothing that is not ours is written over."""

import os
from datetime import UTC, datetime

import icalendar
import pytest

import rapport
from rapport import memory, versions
from rapport.capstone import files
from rapport.capstone.exporting import NoPlan, export, plan_briefs
from rapport.capstone.kept_plan import kept_plan
from rapport.reading.brief import brief

NOW = datetime(2026, 3, 7, 12, tzinfo=UTC)


def written(kept, folder, text=None):
    name = kept(text) if text else kept()
    return export(brief(name), folder, NOW)


def test_the_two_files_are_named_and_can_be_read(kept, course):
    said = written(kept, course)
    calendar, page = sorted(course.iterdir(), key=lambda path: path.suffix, reverse=True)
    assert calendar.name == "follow-up-plan-after-conference.ics" and page.suffix == ".html"
    assert calendar.name in said and page.name in said and "One step has no day yet" in said
    assert len(icalendar.Calendar.from_ical(calendar.read_bytes()).walk("VEVENT")) > 3
    content = page.read_text(encoding="utf-8")
    assert "<svg" in content and "size: A4" in content and "Send the county data link" in content


def test_a_second_export_replaces_our_own_files(kept, course):
    written(kept, course)
    written(kept, course, "Tue 10 March: Dana: ring her")
    assert len(list(course.iterdir())) == 2
    assert "Send the county" not in (course / "follow-up-plan-after-conference.html").read_text()


@pytest.mark.parametrize("ending", [".ics", ".html"])
def test_a_file_of_somebody_else_is_left_alone(kept, course, ending):
    theirs = course / f"follow-up-plan-after-conference{ending}"
    theirs.write_text("mine")
    said = written(kept, course)
    assert theirs.read_text() == "mine" and "follow-up-plan-after-conference-2.ics" in said
    written(kept, course)
    assert len(list(course.iterdir())) == 3


def test_a_link_is_never_followed(kept, course):
    theirs = course / "secret.txt"
    theirs.write_bytes(b"-//Rapport//Follow-up plan//EN")
    (course / "follow-up-plan-after-conference.ics").symlink_to(theirs)
    written(kept, course)
    assert theirs.read_bytes() == b"-//Rapport//Follow-up plan//EN"


def test_a_failed_write_leaves_nothing_half_done(course, monkeypatch):
    monkeypatch.setattr(files.os, "replace", lambda *paths: (_ for _ in ()).throw(OSError("full")))
    with pytest.raises(OSError):
        files.write(course, "a", {".txt": (b"new", b"mark")})
    assert not list(course.iterdir())


def test_a_folder_that_cannot_be_written_is_told_in_words(kept, course):
    with pytest.raises(NoPlan, match="cannot write"):
        export(brief(kept()), course / "nowhere", NOW)


def test_hostile_words_stay_words_on_the_page(kept, course):
    written(kept, course, "Mon 9 March: Dana: <script>alert(1)</script> <img src=x onerror=y>\n</main></body>")
    page = (course / "follow-up-plan-after-conference.html").read_text()
    assert "<script" not in page and "<img" not in page and page.count("</body>") == 1
    assert "&lt;script&gt;" in page and "default-src 'none'" in page


def test_the_text_written_last_counts(kept):
    name = kept("Mon 9 March: Dana: ring")
    assert kept_plan(name) == "Mon 9 March: Dana: ring"
    versions.keep(f"drafts/{name}", "Tue 10 March: Dana: write")
    path = memory.folder() / "drafts" / f"{name}.json"
    os.utime(path, (path.stat().st_mtime + 10,) * 2)
    assert kept_plan(name) == "Tue 10 March: Dana: write"


def test_the_call_says_in_words_what_is_missing(kept, course, monkeypatch):
    monkeypatch.chdir(course)
    assert "There is no plan" in rapport.export_plan("plan-after-conference").text
    assert "asks for a message" in rapport.export_plan("after-the-event").text
    assert "nearest" in rapport.export_plan("nothing-like-it").text
    assert plan_briefs() == [] and not list(course.iterdir())
    kept()
    assert "I wrote" in rapport.export_plan("plan-after-conference").text and len(list(course.iterdir())) == 2
