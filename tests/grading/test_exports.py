"""A class of 300 in four formats, and everything an export must not do."""

import csv
import io
import json
import os
import stat
import sys

import pytest
from nbgrader.api import Gradebook

from rapport import catalog
from rapport.documents import Faulty
from rapport.grading.exports import CanvasExport, CsvExport, JsonExport, MoodleExport

from gradebooks import HOSTILE, NAMES, add, comment, machine, make

EVERYBODY = 300
WORDS = comment(
    "Good, “clear”, short.\n- one thing: a day", "7 of 10\n- What happens next: partly\n<script>x</script> <3"
)


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    """300 learners: hostile ids, names of many cultures, most of them graded."""
    address = make(tmp_path_factory.mktemp("class"), ("follow-up", "mindset"))
    with Gradebook(address, "rapport") as book:
        for number in range(EVERYBODY):
            first, last = NAMES[number % len(NAMES)]
            about = {"first_name": first, "last_name": last, "email": f"l{number}@example.org"}
            marks = {"message": number % 11, "plan": 7.25}
            add(book, f"learner-{number:03}", marks, comments={"message": WORDS}, lms_user_id=str(7000 + number), **about)
        book.db.commit()
    return address


@pytest.fixture
def book(address):
    with Gradebook(address, "rapport") as book:
        yield book


@pytest.fixture
def small(tmp_path):
    """Learners in every state, and the hostile ones."""
    address = make(tmp_path)
    with Gradebook(address, "rapport") as book:
        add(book, "anna", {"message": 10, "plan": 8}, comments={"message": WORDS}, first_name="Anna", last_name="Berg")
        add(book, "ben", {"message": 10, "plan": 8}, review=("plan",), comments={"message": WORDS})
        add(book, "cleo", {"message": 10})
        add(book, "dara")
        add(book, "emre", {"message": float("inf"), "plan": 8})
        add(book, "zero", {"message": 0, "plan": 0})
        book.db.commit()
        yield book


def rows_of(path):
    text = path.read_bytes().decode("utf-8")
    rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    assert rows == machine(text), "two parsers read the same"
    assert len({len(row) for row in rows}) == 1
    return rows


def records(path):
    header, *rows = rows_of(path)
    return [dict(zip(header, row, strict=True)) for row in rows]


@pytest.mark.parametrize("kind", [CanvasExport, MoodleExport, CsvExport])
def test_a_class_of_300_comes_back_whole(book, tmp_path, kind):
    summary = kind(assignment=["follow-up"]).write(book, tmp_path / "grades.csv")
    rows = records(tmp_path / "grades.csv")
    learners = [row for row in rows if "Points Possible" not in row.get("Student", "")]
    assert len(learners) == EVERYBODY and f"{EVERYBODY} in the class, {EVERYBODY} of {EVERYBODY} grades" in summary
    score = {"CanvasExport": "follow-up", "MoodleExport": "follow-up", "CsvExport": "score"}[kind.__name__]
    assert [row[score] for row in learners[:3]] == ["7.25", "8.25", "9.25"]


def test_names_of_many_cultures_come_back_letter_by_letter(book, tmp_path):
    CsvExport(assignment=["follow-up"]).write(book, tmp_path / "g.csv")
    found = {(row["first_name"], row["last_name"]) for row in records(tmp_path / "g.csv")}
    assert found == {(first, last.replace("\n", " ")) for first, last in NAMES}


def test_canvas_has_its_header_and_its_row_of_points(book, tmp_path):
    CanvasExport().write(book, tmp_path / "g.csv")
    header, points, first, *_ = rows_of(tmp_path / "g.csv")
    assert header == ["Student", "ID", "SIS User ID", "SIS Login ID", "Section", "follow-up", "mindset"]
    assert points == ["    Points Possible", "", "", "", "", "20", "20"]
    assert first == ["Ångström-Núñez, Zoë", "7000", "", "learner-000", "", "7.25", ""]


def test_moodle_knows_people_by_three_columns_and_gets_feedback(book, tmp_path):
    MoodleExport(assignment=["follow-up"]).write(book, tmp_path / "g.csv")
    row = records(tmp_path / "g.csv")[0]
    assert list(row) == [
        "First name", "Last name", "Email address", "ID number", "Username", "follow-up", "follow-up (Feedback)",
    ]
    assert (row["Email address"], row["ID number"], row["Username"]) == ("l0@example.org", "7000", "learner-000")
    assert row["follow-up (Feedback)"] == (
        "message:\nGood, “clear”, short.\n• one thing: a day\n7 of 10\n• What happens next: partly\n‹script>x‹/script> <3"
    )


def test_moodle_gets_no_identifying_column_with_a_gap(small, tmp_path):
    """Moodle gives a row with a blank identity to the learner of the row before it."""
    small.find_student("anna").email = "anna@example.org"
    small.db.commit()
    summary = MoodleExport().write(small, tmp_path / "g.csv")
    rows = records(tmp_path / "g.csv")
    assert "Email address" not in rows[0] and all(row["Username"] for row in rows)
    assert "No column “Email address”: it is missing for ben, cleo" in summary


def test_moodle_gets_no_identifying_column_that_two_share(small, tmp_path):
    for one in small.students:
        one.email = "office@example.org"
    small.db.commit()
    assert "“Email address”: some have the same" in MoodleExport().write(small, tmp_path / "g.csv")
    assert "Email address" not in records(tmp_path / "g.csv")[0]


def test_a_learner_called_0_is_left_out_for_moodle_and_told(small, tmp_path):
    add(small, "0", {"message": 1, "plan": 1})
    small.db.commit()
    assert "Left out: the learner with the id “0”" in MoodleExport().write(small, tmp_path / "g.csv")
    assert "0" not in {row["Username"] for row in records(tmp_path / "g.csv")}


@pytest.mark.parametrize("kind, column", [(CanvasExport, "follow-up"), (MoodleExport, "follow-up"), (CsvExport, "score")])
def test_nobody_gets_a_nought_that_they_did_not_earn(small, tmp_path, kind, column):
    summary = kind().write(small, tmp_path / "g.csv")
    key = {"CanvasExport": "SIS Login ID", "MoodleExport": "Username", "CsvExport": "student_id"}[kind.__name__]
    scores = {row[key]: row[column] for row in records(tmp_path / "g.csv") if row[key]}
    assert scores == {"anna": "18", "ben": "", "cleo": "", "dara": "", "emre": "", "zero": "0"}
    assert "follow-up, needs review (3): ben, cleo, emre" in summary
    assert "follow-up, not handed in (1): dara" in summary


def test_moodle_sends_no_reading_that_nobody_has_settled(small, tmp_path):
    MoodleExport().write(small, tmp_path / "g.csv")
    feedback = {row["Username"]: row["follow-up (Feedback)"] for row in records(tmp_path / "g.csv")}
    assert feedback["anna"] and not feedback["ben"]


def test_csv_says_what_waits_and_what_was_said(small, tmp_path):
    CsvExport().write(small, tmp_path / "g.csv")
    row = {row["student_id"]: row for row in records(tmp_path / "g.csv")}
    assert (row["ben"]["status"], row["ben"]["needs_review"]) == ("needs review", "plan")
    assert row["ben"]["answers"] == "message: 10 of 10\nplan: 8 of 10, needs review"
    assert row["anna"]["comments"].startswith("message:\nGood, “clear”, short.")
    assert (row["anna"]["timestamp"], row["anna"]["duedate"]) == ("2026-03-08T20:15:00Z", "2026-03-09T09:00:00Z")
    assert row["dara"]["status"] == "not handed in" and row["dara"]["timestamp"] == ""


def test_what_a_person_decided_goes_before_the_reading_and_lateness_is_taken_off(small, tmp_path):
    submission = small.find_submission("follow-up", "anna")
    notebook = submission.notebooks[0]
    notebook.late_submission_penalty = 3
    next(grade for grade in notebook.grades if grade.name == "plan").manual_score = 2.5
    small.db.commit()
    CsvExport(student=["anna"]).write(small, tmp_path / "g.csv")
    [row] = records(tmp_path / "g.csv")
    assert (row["raw_score"], row["late_submission_penalty"], row["score"]) == ("12.5", "3", "9.5")


def test_a_penalty_never_goes_below_nothing(small, tmp_path):
    small.find_submission("follow-up", "zero").notebooks[0].late_submission_penalty = 5
    small.db.commit()
    CsvExport(student=["zero"]).write(small, tmp_path / "g.csv")
    assert records(tmp_path / "g.csv")[0]["score"] == "0"


@pytest.fixture
def hostile(tmp_path):
    with Gradebook(make(tmp_path), "rapport") as book:
        for number, text in enumerate(HOSTILE):
            plain = text.encode("utf-8", "replace").decode()  # what a database takes
            about = {"first_name": plain, "last_name": plain, "email": f"{number}{plain}", "lms_user_id": plain}
            add(book, plain, {"message": 5, "plan": 5}, comments={"message": comment(plain, plain)}, **about)
        book.db.commit()
        yield book


@pytest.mark.parametrize("kind", [CanvasExport, MoodleExport, CsvExport])
def test_hostile_ids_names_and_comments_run_nothing(hostile, tmp_path, kind):
    summary = kind().write(hostile, tmp_path / "g.csv")
    cells = [cell for row in rows_of(tmp_path / "g.csv") for cell in row]
    assert "10" in cells and not [
        cell for cell in cells if cell.strip(" \u200b").startswith(tuple("=+-@＝＋－＠")) and not cell == "-5"
    ]
    assert "An apostrophe stands before them" in summary
    assert "\x1b" not in summary and "\x00" not in summary


def test_a_name_cannot_stand_in_for_canvas_s_row_of_points(hostile, tmp_path):
    CanvasExport().write(hostile, tmp_path / "g.csv")
    assert [row[0] for row in rows_of(tmp_path / "g.csv") if "Points Possible" in row[0]] == ["    Points Possible"]


def test_json_is_nested_and_says_null_for_what_is_open(small, tmp_path):
    JsonExport().write(small, tmp_path / "g.json")
    found = json.loads((tmp_path / "g.json").read_text("utf-8"))
    [assignment] = found["assignments"]
    by_id = {result["learner"]["id"]: result for result in assignment["results"]}
    assert (assignment["name"], assignment["max_score"]) == ("follow-up", 20)
    assert (by_id["anna"]["score"], by_id["ben"]["score"], by_id["emre"]["score"]) == (18, None, None)
    message = by_id["anna"]["answers"][0]
    assert (message["name"], message["score"]) == ("message", 10)
    assert (message["comment"], message["reading"]) == tuple(WORDS.values())
    assert message["findings"] is None, "there is no graded copy to read them from"


def test_a_file_is_never_written_over(small, tmp_path):
    path = tmp_path / "g.csv"
    path.write_text("mine")
    with pytest.raises(FileExistsError, match="already"):
        CsvExport().write(small, path)
    assert path.read_text() == "mine"
    CsvExport(force=True).write(small, path)
    assert len(records(path)) == 6


def test_what_fails_half_way_leaves_the_old_file_and_nothing_else(small, tmp_path, monkeypatch):
    path = tmp_path / "g.csv"
    path.write_text("mine")

    def no_room(*_):
        raise OSError("No room")

    monkeypatch.setattr(os, "replace", no_room)
    with pytest.raises(OSError, match="No room"):
        CsvExport(force=True).write(small, path)
    assert path.read_text() == "mine"
    assert {one.name for one in tmp_path.iterdir()} == {"g.csv", "gradebook.db"}


@pytest.mark.skipif(sys.platform == "win32", reason="rights are told otherwise there")
def test_nobody_else_on_the_machine_reads_the_grades(small, tmp_path):
    CsvExport().write(small, tmp_path / "g.csv")
    assert stat.S_IMODE((tmp_path / "g.csv").stat().st_mode) == 0o600


def test_the_mark_for_excel_is_there_when_asked_for(small, tmp_path):
    CsvExport(bom=True).write(small, tmp_path / "g.csv")
    assert (tmp_path / "g.csv").read_bytes().startswith(b"\xef\xbb\xbfassignment,")
    CsvExport().write(small, tmp_path / "h.csv")
    assert (tmp_path / "h.csv").read_bytes().startswith(b"assignment,")


def test_an_unknown_assignment_or_learner_is_named(small, tmp_path):
    with pytest.raises(catalog.Unknown, match="“follow-up”"):
        CsvExport(assignment=["folow-up"]).write(small, tmp_path / "g.csv")
    with pytest.raises(catalog.Unknown, match="“anna”"):
        CsvExport(student=["ana"]).write(small, tmp_path / "g.csv")
    assert not (tmp_path / "g.csv").exists()


ROSTER = """\ufeffStudent,ID,SIS User ID,SIS Login ID,Section,Follow up (881),Essay (882),Final Score
,,,,,Manual Posting,,
    Points Possible,,,,,20.00,5.00,(read only)
"Berg, Anna",501,S1,ANNA,Tuesday,3.00,4.00,80
"Zero, Zed",502,S2,zero,Tuesday,9.00,,50
"Ben, Other",503,S3,someone,Tuesday,1.00,,50
"Cleo, C",504,cleo,c@example.org,Tuesday,7.00,,50
"""


def roster(folder, text=ROSTER):
    path = folder / "roster.csv"
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_with_a_roster_ids_and_titles_are_canvas_s_and_open_grades_stay(small, tmp_path):
    summary = CanvasExport(roster=roster(tmp_path)).write(small, tmp_path / "g.csv")
    assert rows_of(tmp_path / "g.csv") == [
        ["Student", "ID", "SIS User ID", "SIS Login ID", "Section", "Follow up (881)"],
        ["    Points Possible", "", "", "", "", "20.00"],
        ["Berg, Anna", "501", "S1", "ANNA", "Tuesday", "18"],
        ["Cleo, C", "504", "cleo", "c@example.org", "Tuesday", "7.00"],
        ["Zero, Zed", "502", "S2", "zero", "Tuesday", "0"],
    ]
    assert "such a login or id: ben, dara, emre" in summary


def test_two_people_with_one_login_are_both_left_out(small, tmp_path):
    path = roster(tmp_path, ROSTER + '"Anna, Twin",505,S5,anna,Tuesday,2.00,,50\n')
    assert "such a login or id: anna, ben" in CanvasExport(roster=path).write(small, tmp_path / "g.csv")


def test_an_assignment_that_canvas_lacks_is_told(small, tmp_path):
    path = roster(tmp_path, ROSTER.replace("Follow up (881)", "Something else (881)"))
    assert "no assignment “follow-up”" in CanvasExport(roster=path).write(small, tmp_path / "g.csv")
    assert rows_of(tmp_path / "g.csv")[1][-1] == "20"


@pytest.mark.parametrize("before, after, said", [
    ("20.00,5.00", "100,5.00", "100 points in Canvas and 20 here"),
    ("Essay (882)", "Follow-up (883)", "could be “Follow up \\(881\\)” and “Follow-up \\(883\\)”"),
    ("Student,ID", "Name,Number", "no gradebook of Canvas"),
])
def test_a_roster_that_would_spoil_the_grades_is_refused(small, tmp_path, before, after, said):
    with pytest.raises(Faulty, match=said):
        CanvasExport(roster=roster(tmp_path, ROSTER.replace(before, after))).write(small, tmp_path / "g.csv")
    assert not (tmp_path / "g.csv").exists()


def test_a_roster_that_is_no_text_is_refused(small, tmp_path):
    (tmp_path / "roster.csv").write_bytes(b"Student,ID\xff\xfe,Section\n")
    with pytest.raises(Faulty, match="no CSV in UTF-8"):
        CanvasExport(roster=str(tmp_path / "roster.csv")).write(small, tmp_path / "g.csv")


def test_a_roster_with_semicolons_and_decimal_commas_is_read(small, tmp_path):
    text = "Student;ID;SIS Login ID;Section;follow-up (9)\n    Points Possible;;;;20,00\n\"Berg; Anna\";501;anna;Tue;\n"
    CanvasExport(roster=roster(tmp_path, text), student=["anna"]).write(small, tmp_path / "g.csv")
    assert rows_of(tmp_path / "g.csv")[2] == ["Berg; Anna", "501", "anna", "Tue", "18"]
