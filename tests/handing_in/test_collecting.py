"""Whose a file is, which one counts, and what is never guessed."""

import json
from datetime import timedelta

import pytest

from handing_class import ASSIGNMENT, EVENING, MORNING, ROSTER, handed, packed, page

MOODLE = "{}_123456_assignsubmission_file_"


@pytest.mark.parametrize("place, learner", [
    (f"{MOODLE.format('Ama Boateng')}/anything at all.ipynb", "ama"),
    (f"{MOODLE.format('Boateng Ama')}/follow-up (1).ipynb", "ama"),
    (f"{MOODLE.format('Group A-Ben Angstrom-Nunez')}/x.ipynb", "ben"),
    (f"{MOODLE.format('李 明')}/跟进.ipynb", "li1"),
    ("Zoe O'Brien_9_assignsubmission_file_follow-up.ipynb", "zoe"),
    ("Zoë O’Brien_9_assignsubmission_file", "zoe"),
    ("boatengama_501_90_follow-up-1.ipynb", "ama"),
    ("boatengama_LATE_99_90_follow-up.ipynb", "ama"),
    ("angstromnunezben_77_90_follow-up-2.ipynb", "ben"),
    ("whoever_503_90_follow-up.ipynb", "li1"),
    ("ama/follow-up/follow-up.ipynb", "ama"),
    ("AMA/page.ipynb", "ama"),
    ("kofi2@school.example/page.ipynb", "kofi2"),
    ("follow-up_ama.ipynb", "ama"),
    ("Ama Boateng - follow-up (2).ipynb", "ama"),
    ("kofi1 follow-up.ipynb.txt", "kofi1"),
    ("kofi1/someone_90_91_follow-up.ipynb", "kofi1"),
    ("zoe/Ann Other_1_assignsubmission_file_/a.ipynb", "zoe"),
])
def test_a_bare_notebook_goes_to_whom_its_place_names(class_, place, learner):
    path = class_.file(place if "." in place else f"{place}/a.ipynb", page())
    code, said = class_.collect(path)
    assert (code, class_.learners) == (0, [learner]), said
    assert class_.words_of(learner) == "Dear Hannah"
    assert class_.time_of(learner) == MORNING


@pytest.mark.parametrize("slip, learner", [
    ({"number": "ama"}, "ama"), ({"number": " AMA@school.example "}, "ama"), ({"name": "boateng ama"}, "ama"),
    ({"name": "Ben Angstrom Nunez"}, "ben"), ({"name": "Kofi Mensah", "number": "kofi2"}, "kofi2"),
    ({"name": "Zoe OBrien"}, "zoe"), ({"name": "Nobody Known", "number": "zoe"}, "zoe"),
])
def test_a_file_that_was_made_to_be_handed_in_says_itself_whose_it_is(class_, slip, learner):
    class_.file("follow-up-hand-in (3).ipynb", handed(**slip))
    code, said = class_.collect()
    assert (code, class_.learners) == (0, [learner]), said
    assert class_.time_of(learner) == EVENING


@pytest.mark.parametrize("place, content, reason", [
    ("follow-up.ipynb", page(), "Nothing says whose it is"),
    ("follow-up.ipynb", handed(name="Kofi Mensah"), "More than one in the class can be meant"),
    ("follow-up.ipynb", handed(name="Kofi"), "Nobody in the class is called “Kofi”"),
    ("follow-up.ipynb", handed(name="Ama Boateng", number="ben"), "More than one in the class can be meant"),
    (f"{MOODLE.format('Kofi Mensah')}/a.ipynb", page(), "More than one in the class can be meant"),
    (f"{MOODLE.format('Ann Other')}/a.ipynb", handed(number="ama"), "Nobody in the class is called “Ann Other”"),
    (f"{MOODLE.format('Ben Ångström-Núñez')}/a.ipynb", handed(number="ama"), "came from Ben Ångström-Núñez (ben), but says"),
    (f"{MOODLE.format('Ama Boateng')}/{MOODLE.format('Ben Ångström-Núñez')}/a.ipynb", handed(number="ben"), "but says"),
    ("ben/a.ipynb", handed(number="ama"), "but says"),
    (f"{MOODLE.format('Participant')}/a.ipynb", page(), "Nothing says whose it is"),
    ("ama/a.ipynb", b"{ not json", "not a notebook"),
    ("what.ipynb", b"{ not json", "not a notebook"),
    ("ama/a.ipynb", b"PDF", "no notebook"),
    ("ama/a.ipynb", page(assignment="channels"), "It is “channels”, not “follow-up”"),
    ("ama/a.ipynb", b'{"cells": [], "nbformat": 4}', "without any of the answers"),
    ("ama/a.ipynb", handed().replace(b"Dear Hannah", b"Dear Hanah"), "changed or damaged"),
    ("ama/a.ipynb", handed().replace(b'"format": 1', b'"format": 2'), "newer version"),
    ("ama/a.ipynb", handed()[:-100], "only a part of one"),
])
def test_what_is_unclear_is_told_and_never_guessed(class_, place, content, reason):
    class_.file(place, content)
    code, said = class_.collect()
    assert code == 1 and reason in said
    assert class_.learners == []
    assert all(f"  {row[0]}" in said for row in ROSTER), "and everybody is missing"


def test_names_are_hidden_but_the_file_says_whose_it_is(class_):
    class_.file(f"{MOODLE.format('Participant')}/a.ipynb", handed(number="ama"))
    assert class_.collect()[0] == 0 and class_.learners == ["ama"]


def test_two_people_of_one_name_are_told_apart_by_what_the_file_says(class_):
    class_.file(f"{MOODLE.format('Kofi Mensah')}/a.ipynb", handed(number="kofi2"))
    assert class_.collect()[0] == 0 and class_.learners == ["kofi2"]


def test_a_changed_file_is_taken_where_that_is_asked_for(class_):
    class_.file("ama/a.ipynb", handed().replace(b"Dear Hannah", b"Dear Hanah"))
    assert class_.collect(options=["--changed"])[0] == 0
    assert class_.words_of("ama") == "Dear Hanah"


def test_the_latest_of_several_counts_and_the_others_lie_aside(class_):
    first = handed("first", number="ama", made=EVENING - timedelta(hours=2))
    class_.file("follow-up-hand-in (1).ipynb", handed("last", number="ama"))
    class_.file("follow-up-hand-in.ipynb", first)
    class_.file("a copy of it.ipynb", first)
    code, said = class_.collect()
    assert code == 0 and "1 kept aside" in said
    assert class_.words_of("ama") == "last"
    assert [path.read_bytes() for path in class_.kept("ama")] == [first]


def test_two_different_files_of_one_time_are_unclear(class_):
    for number in (1, 2):
        class_.file(f"ama/{number}.ipynb", page(f"version {number}"))
    code, said = class_.collect()
    assert code == 1 and said.count("same time") == 2 and class_.learners == []


def test_nobody_can_put_a_file_in_another_s_place_by_giving_their_name(class_):
    class_.file(f"{MOODLE.format('Ama Boateng')}/a.ipynb", page("mine"))
    class_.file("mail/follow-up.ipynb", handed("forged", number="ama"), MORNING + timedelta(days=1))
    code, said = class_.collect()
    assert code == 1 and said.count("came from different places") == 2 and class_.learners == []
    assert class_.collect(class_.inbox / MOODLE.format("Ama Boateng"))[0] == 0
    code, said = class_.collect(class_.inbox / "mail")
    assert code == 1 and "came from “Moodle 123456”" in said
    assert class_.words_of("ama") == "mine"
    assert class_.collect(class_.inbox / "mail", options=["--replace"])[0] == 0
    assert class_.words_of("ama") == "forged" and [path.read_bytes() for path in class_.kept("ama")] == [page("mine")]


def test_a_second_time_nothing_changes_and_a_new_version_takes_the_place(class_, later):
    class_.file("boatengama_501_1_a.ipynb", page("first"))
    assert class_.collect()[0] == 0
    before = class_.snapshot()
    code, said = class_.collect()
    assert code == 0 and "already there" in said and class_.snapshot() == before
    class_.file("boatengama_501_2_a-1.ipynb", page("second"), later)
    class_.collect(class_.inbox / "boatengama_501_2_a-1.ipynb")
    assert class_.words_of("ama") == "second" and class_.time_of("ama") == later
    assert [path.read_bytes() for path in class_.kept("ama")] == [page("first")]
    code, said = class_.collect(class_.inbox / "boatengama_501_1_a.ipynb")
    assert code == 0 and "older" in said and class_.words_of("ama") == "second" and len(class_.kept("ama")) == 1


def test_what_somebody_put_there_by_hand_stays(class_):
    place = class_.folder / "submitted/ama/follow-up"
    place.mkdir(parents=True)
    (place / "renamed.ipynb").write_bytes(page("by hand"))
    class_.file("ama/a.ipynb", page("collected"))
    code, said = class_.collect()
    assert code == 1 and "did not come by this command" in said
    assert [path.name for path in place.iterdir()] == ["renamed.ipynb"]
    assert class_.collect(options=["--replace"])[0] == 0
    assert sorted(path.name for path in place.iterdir()) == ["follow-up.ipynb", "timestamp.txt"]
    assert class_.words_of("ama") == "collected" and [path.read_bytes() for path in class_.kept("ama")] == [page("by hand")]


def test_a_link_in_the_folder_of_submissions_leads_to_nobody_else_s(class_):
    (class_.folder / "submitted/ben/follow-up").mkdir(parents=True)
    (class_.folder / "submitted/ama").symlink_to("ben", target_is_directory=True)
    class_.file("ama/a.ipynb", page())
    code, said = class_.collect()
    assert code == 1 and "is a link" in said and class_.words_of("ben") is None


def test_folders_that_differ_in_case_alone_are_not_made(class_):
    class_.enrol([*ROSTER, ("AMA", "Other", "Person", "", "")])
    (class_.folder / "submitted/AMA").mkdir(parents=True)
    class_.file(f"{MOODLE.format('Ama Boateng')}/a.ipynb", page())
    code, said = class_.collect()
    assert code == 1 and "the two are one" in said and class_.learners == ["AMA"]


def test_a_dry_run_says_the_same_and_writes_nothing(class_):
    class_.file("ama/a.ipynb", page())
    class_.file("what.ipynb", page())
    before = class_.snapshot()
    code, said = class_.collect(options=["--dry-run"])
    assert class_.snapshot() == before and not (class_.folder / "submitted").exists()
    assert (code, said.splitlines()[1:]) == (class_.collect()[0], class_.collect(options=["--dry-run"])[1].replace(
        "already there", "taken").splitlines()[1:])


def test_the_time_is_never_after_arrival_and_the_file_s_own_word_need_not_count(class_):
    class_.file("a.ipynb", handed(number="ama", made=MORNING + timedelta(days=9)))
    class_.file("b.ipynb", handed(number="ben", made=EVENING))
    class_.collect()
    assert (class_.time_of("ama"), class_.time_of("ben")) == (MORNING, EVENING)
    class_.collect(options=["--replace", "--times", "arrived"])
    assert class_.time_of("ben") == EVENING, "what is there already is left as it is"


def test_by_arrival_alone(class_):
    class_.file("b.ipynb", handed(number="ben", made=EVENING))
    class_.collect(options=["--times", "arrived"])
    assert class_.time_of("ben") == MORNING


def test_other_files_beside_a_notebook_are_passed_over_and_in_place_of_one_asked_about(class_):
    class_.file(f"{MOODLE.format('Ama Boateng')}/a.ipynb", page())
    class_.file(f"{MOODLE.format('Ama Boateng')}/notes.docx", b"PK\x03\x04 a letter")
    class_.file("Zoe O'Brien_9_assignsubmission_onlinetext_/onlinetext.html", b"<p>Dear teacher</p>")
    class_.file("timetable.pdf", b"%PDF")
    code, said = class_.collect()
    assert code == 1 and class_.learners == ["ama"]
    assert "[Zoë O’Brien]" in said and "ends in .ipynb" in said and "Passed over, since they are for something else: 2." in said


def test_a_whole_folder_of_the_course_holds_one_page_that_counts(class_):
    for assignment in ("channels", ASSIGNMENT):
        class_.file(f"ama/exercises/{assignment}/{assignment}.ipynb", page("mine", assignment))
    class_.file("ama/notebooks/01-lesson.ipynb", b'{"cells": [], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}')
    class_.file("channels.ipynb", page("whose", "channels"))
    code, said = class_.collect()
    assert code == 0 and class_.words_of("ama") == "mine" and "something else: 3." in said
    assert said.count("It is “channels”, not “follow-up”") == 2


def test_what_was_meant_as_a_page_is_asked_about_beside_one_too(class_):
    class_.file("ama/earlier.ipynb", page("earlier"))
    class_.file("ama/later.ipynb", b"half a pa")
    code, said = class_.collect()
    assert code == 1 and class_.words_of("ama") == "earlier" and "later.ipynb [Ama Boateng]" in said


def test_who_is_missing_is_listed_and_who_handed_in_before_is_not(class_):
    class_.file("ama/a.ipynb", page())
    class_.collect()
    class_.file("new/ben/b.ipynb", page("b"))
    code, said = class_.collect(class_.inbox / "new")
    before, missing = said.index("There from before"), said.index("Missing:")
    assert code == 0 and before < said.index("ama ") < missing < said.index("zoe ")
    assert said.splitlines()[-1] == "follow-up: 1 here, 0 unclear, 1 from before, 4 missing."


def test_names_that_would_act_on_a_terminal_are_shown_as_text(class_):
    class_.file("x\x1b[31m\u202e.ipynb", handed(name="A\x1b]0;title\x07"))
    _, said = class_.collect()
    assert "\x1b" not in said and "\u202e" not in said and "Nobody in the class" in said


@pytest.mark.parametrize("table", [
    "Student,ID,SIS User ID,SIS Login ID,Section,Essay\n    Points Possible,,,,,10\n\"Boateng, Ama\",501,s1,ama,A,\n",
    "\ufeffFirst name;Last name;ID number;Email address\nAma;Boateng;ama;ama@school.example\n",
    "Surname\tFirst name\tUsername\nBoateng\tAma\tama\n",
])
def test_tables_of_moodle_canvas_and_nbgrader_are_rosters(class_, table):
    class_.roster.write_text(table, "utf-8")
    class_.file("Boateng Ama_1_assignsubmission_file_/a.ipynb", page())
    code, said = class_.collect()
    assert (code, class_.learners) == (0, ["ama"]), said


@pytest.mark.parametrize("table, words", [
    ("name\nAma\n", "no column “id”"), ("id\nama\nama\n", "stands here twice"), ("id\n../ama\n", "cannot be a folder"),
    ("id\n", "Nobody is known"), ("", "no column"),
])
def test_a_table_that_is_no_roster_stops_before_anything_is_written(class_, table, words):
    class_.roster.write_text(table, "utf-8")
    class_.file("ama/a.ipynb", page())
    code, said = class_.collect()
    assert code == 2 and words in said and class_.learners == []


def test_paths_that_lead_nowhere_and_unknown_assignments_are_told(class_):
    code, said = class_.collect("nowhere.zip")
    assert code == 2 and "nowhere.zip" in said
    (class_.folder / "nbgrader_config.py").unlink()
    class_.file("ama/a.ipynb", page())
    assert class_.collect()[0] == 2


def test_archives_and_folders_and_files_can_be_named_together(class_, later):
    packed(class_.inbox / "moodle.zip", [(f"{MOODLE.format('Ama Boateng')}/a.ipynb", page("a"))])
    one = class_.file("ben/b.ipynb", page("b"))
    more = class_.file("more/zoe/z.ipynb", page("z")).parents[1]
    assert class_.collect(class_.inbox / "moodle.zip", one, more)[0] == 0
    assert class_.learners == ["ama", "ben", "zoe"] and class_.time_of("ama") == MORNING
    note = json.loads((class_.folder / f".rapport/collect-{ASSIGNMENT}.json").read_text("utf-8"))
    assert note["ama"]["source"] == "Moodle 123456"
