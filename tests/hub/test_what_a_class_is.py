"""The class's two files: what is wrong with them is told with file, line and remedy; what would be done is told first."""

import re

import pytest
from click.testing import CliRunner

from rapport.catalog import root
from rapport.classroom import accounts, people, settings, system
from rapport.cli import main
from rapport.documents import Faulty

HUB = root() / "deploy/hub"
GOOD = f"course: trial-of-words\ninstructors: [nora-x]\nroster: class.csv\ncheckout: {root()}\n"
ROSTER = "name,full name\nana-x,Ana Lima\nben-x,Ben Okafor\n"


@pytest.fixture
def written(tmp_path):
    def write(text=GOOD, roster=ROSTER):
        (tmp_path / "class.csv").write_text(roster, encoding="utf-8")
        (tmp_path / "class.yaml").write_text(f"{text}folder: {tmp_path}/room\n", encoding="utf-8")
        return tmp_path / "class.yaml"

    return write


def test_the_example_is_a_class():
    found = settings.load(HUB / "class.yaml")
    assert [one.name for one in people.learners(found)] == ["ana", "ben", "chloe"]
    assert found == settings.Settings(course="rapport", instructors=["nora"], file=found.file), "a line differs from what is usual"


@pytest.mark.parametrize(("line", "told"), [
    ("cull_minute: 3", r"class.yaml:5: cull_minute: There is no field .* Did you mean “cull_minutes”"),
    ("port: 99999", r"class.yaml:5: port: .*at most 65535"),
    ("memory_mb: much", r"class.yaml:5: memory_mb: .*whole number"),
    ("roster: no.csv", r"class.yaml:\d: roster: .*second time"),
    ("address: 0.0.0.0", r"class.yaml:5: address: Passwords would cross the network.*certificate"),
    ("cull_minutes: 2", r"class.yaml:5: cull_minutes: So short a time.*Take 5 minutes"),
    ("certificate: a.pem", r"class.yaml:5: certificate: .*key"),
])
def test_a_fault_in_the_settings_names_its_line(written, line, told):
    with pytest.raises(Faulty, match=told):
        settings.load(written(f"{GOOD}{line}\n"))


@pytest.mark.parametrize("course", ["Rapport", "a b", "../up", "-x"])
def test_a_name_that_no_account_can_have_is_refused(written, course):
    with pytest.raises(Faulty, match="class.yaml:1: course: This cannot be the name of an account. Use small letters"):
        settings.load(written(GOOD.replace("trial-of-words", f'"{course}"')))


@pytest.mark.parametrize(("row", "told"), [
    ("Ana,Ana", r"class.csv:4: “Ana” cannot be the name.*Use small letters"),
    ("ana;rm,Ana", r"class.csv:4: “ana;rm” cannot be"),
    ("ana-x,Another", r"class.csv:4: “ana-x” stands on line 2 too"),
    ("nora-x,Nora", r"class.csv:4: “nora-x” is an instructor"),
    ('eve,"a:b"', r"class.csv:4: A full name has no colon"),
])
def test_a_fault_in_the_roster_names_its_line(written, row, told):
    with pytest.raises(Faulty, match=told):
        people.learners(settings.load(written(roster=f"{ROSTER}{row}\n")))


def test_a_roster_from_a_spreadsheet_is_read(written):
    found = settings.load(written(roster="\ufeffName;Full name\r\nana-x;Ana  Lima\r\n\r\nben-x;\r\n"))
    assert people.learners(found) == [people.Person("ana-x", "Ana Lima"), people.Person("ben-x")]


def test_an_empty_roster_is_told(written):
    with pytest.raises(Faulty, match="class.csv:1: Nobody is in this class yet"):
        people.learners(settings.load(written(roster="name,full name\n")))


def test_a_dry_run_tells_everything_and_does_nothing(written, tmp_path):
    told = CliRunner().invoke(main, ["class", "accounts", str(written()), "--dry-run"])
    assert told.exit_code == 0
    for words in ("Make the user ana-x", "Make the user grader-trial-of-words", "inbound (3733", "Nothing was changed"):
        assert words in told.output
    assert not (tmp_path / "room").exists() and not system.user("ana-x")


def test_an_account_of_somebody_else_is_never_taken(written):
    class_of = settings.load(written(roster="name,full name\nnobody,No Body\n"))
    with pytest.raises(Faulty, match="has an account “nobody” already, which is not of this class"):
        accounts.steps(class_of)


def test_undoing_what_was_never_done_does_nothing(written):
    told = CliRunner().invoke(main, ["class", "accounts", str(written()), "--undo"])
    assert told.exit_code == 0 and told.output.startswith("Nothing to do")


@pytest.mark.parametrize("command", [["accounts"], ["start"]])
def test_without_root_one_line_says_so(written, monkeypatch, command):
    monkeypatch.setattr(system, "is_root", lambda: False)
    told = CliRunner().invoke(main, ["class", *command, str(written())])
    assert told.exit_code == 2
    assert re.fullmatch("This makes or removes users, which needs root. Run it again with sudo in front.\n", told.output)
