"""The guard lets through what nbgrader itself writes, and nothing that it would act upon."""

from datetime import datetime

import pytest

from rapport.grading.exchange_secret import keep_secret
from rapport.grading.guard import GuardedCourse, keep_moment


@pytest.mark.parametrize(("written", "meant"), [
    ("2026-03-10 09:00:00 UTC", datetime(2026, 3, 10, 9)),
    ("2026-03-10 09:00:00.250000 UTC\n", datetime(2026, 3, 10, 9, 0, 0, 250000)),
    ("2026-03-10 09:00:00 +0100", None),
    ("yesterday", None),
    ("2026-03-10 09:00:00 /etc/localtime", None),
    ("2026-02-30 09:00:00 UTC", None),
])
def test_only_times_that_nbgrader_writes_are_read(tmp_path, written, meant):
    (tmp_path / "timestamp.txt").write_text(written)
    assert GuardedCourse().get_existing_timestamp(str(tmp_path)) == meant


def test_a_time_is_kept_as_it_is_read(tmp_path):
    submitted, graded = tmp_path / "submitted", tmp_path / "graded"
    submitted.mkdir()
    (submitted / "timestamp.txt").write_text("2026-03-10 09:00:00 UTC")
    for _ in range(2):
        keep_moment(GuardedCourse(), str(submitted), str(graded))
        (graded / "timestamp.txt").chmod(0o444)
    assert GuardedCourse().get_existing_timestamp(str(graded)) == datetime(2026, 3, 10, 9)


def test_no_time_is_no_fault(tmp_path):
    assert GuardedCourse().get_existing_timestamp(str(tmp_path)) is None


def test_a_submission_handed_in_again_is_graded_again(course):
    """nbgrader compares the times of both copies, so the graded one must have its own."""
    kept = course.folder / "autograded/late/follow-up/timestamp.txt"
    assert kept.read_text().startswith("2026-03-10 09:00:00")


@pytest.mark.parametrize(("written", "kept"), [("0a" * 64, True), ("../../x", False), ("0a" * 63, False), ("é" * 128, False)])
def test_the_exchanges_secret_comes_along_if_it_is_one(tmp_path, written, kept):
    submitted, graded = tmp_path / "submitted", tmp_path / "graded"
    submitted.mkdir()
    (submitted / "submission_secret.txt").write_text(written, encoding="utf-8")
    for _ in range(2):
        keep_secret(str(submitted), str(graded))
        found = (graded / "submission_secret.txt").read_text(encoding="utf-8")
        assert (found == written) is kept and len(found) == 128


def test_no_link_is_followed_to_a_secret_and_none_is_made_up(tmp_path):
    submitted, graded = tmp_path / "submitted", tmp_path / "graded"
    submitted.mkdir()
    keep_secret(str(submitted), str(graded))
    assert not graded.exists()
    (tmp_path / "another").write_text("0b" * 64)
    (submitted / "submission_secret.txt").symlink_to(tmp_path / "another")
    keep_secret(str(submitted), str(graded))
    assert (graded / "submission_secret.txt").read_text() != "0b" * 64
