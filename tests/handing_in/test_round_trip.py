"""From the learner's page to marks in the gradebook: submit, collect, grade."""

import json
import os
import sqlite3

from click.testing import CliRunner

from rapport.cli import main

from handing_class import packed, released


def test_what_learners_hand_in_is_collected_and_graded(class_, monkeypatch):
    solved = json.loads((class_.folder / "solutions/follow-up/follow-up.ipynb").read_text("utf-8"))
    pages = {"ama": solved, "ben": released()}
    made = {}
    for learner, notebook in pages.items():
        home = class_.folder.parent / f"{class_.folder.name}-{learner}"
        (home / "exercises/follow-up").mkdir(parents=True)
        (home / "exercises/follow-up/follow-up.ipynb").write_text(json.dumps(notebook), "utf-8")
        monkeypatch.chdir(home)
        result = CliRunner().invoke(main, ["submit", "follow-up", "--id", learner])
        assert result.exit_code == 0, result.output
        made[learner] = (home / "follow-up-hand-in.ipynb").read_bytes()
    packed(class_.inbox / "follow-up.zip", [
        ("boatengama_501_1_follow-up-hand-in-1.ipynb", made["ama"]),
        ("angstromnunezben_LATE_502_2_follow-up-hand-in.ipynb", made["ben"]),
    ])
    monkeypatch.chdir(class_.folder)
    code, said = class_.collect("inbox")
    assert code == 0 and "late, says Canvas" in said, said

    monkeypatch.setenv("PATH", os.defpath)
    result = CliRunner().invoke(main, ["grade", "follow-up", "--jobs", "1"])
    assert result.exit_code == 0, result.output
    with sqlite3.connect(class_.folder / "gradebook.db") as book:
        marks = dict(book.execute(
            """select a.student_id, sum(g.auto_score) from submitted_assignment a
            join submitted_notebook n on n.assignment_id = a.id join grade g on g.notebook_id = n.id group by 1"""))
        times = dict(book.execute("select student_id, timestamp from submitted_assignment"))
    book.close()
    assert marks["ama"] > 15 and not marks["ben"]
    assert times.keys() == {"ama", "ben"} and all(times.values())

    with sqlite3.connect(class_.folder / "gradebook.db") as book:
        book.execute("update student set first_name = 'Ama', last_name = 'Boateng' where id = 'ama'")
        book.execute("update student set lms_user_id = '502' where id = 'ben'")
    book.close()
    result = CliRunner().invoke(main, ["collect", "follow-up", "inbox"])
    assert result.exit_code == 0 and result.output.count("already there") == 2, "the gradebook is the roster now"
