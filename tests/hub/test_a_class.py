"""A class on a real JupyterHub: from the release of an assignment to the feedback in everybody's hands."""

import os
import re
import sqlite3
import subprocess
import time
import urllib.error
import urllib.parse
import urllib.request

import pytest
from click.testing import CliRunner
from people import ASSIGNMENT, NOTEBOOK, Instructor, Learner, exemplary

from rapport.classroom import accounts, prestart, removal, services, system
from rapport.classroom.hub_api import HubError, request
from rapport.classroom.kernel import Kernel, KernelTrouble, shown
from rapport.classroom.lesson import learn
from rapport.cli import main

WEAK = "Hi, give me a job please."
EVERYBODY = range(3)


@pytest.fixture(scope="module")
def people(classroom):
    return [Learner(classroom, name) for name in classroom.learners]


@pytest.fixture(scope="module")
def instructor(classroom):
    return Instructor(classroom)


@pytest.fixture(scope="module")
def graded(people, instructor):
    """The whole way of an assignment; what the grading said."""
    instructor.act("release")
    for number, learner in enumerate(people):
        learner.act("fetch")
        message = exemplary("follow-up-message") if number == 0 else f"{WEAK} I am number {number}."
        learner.write({"follow-up-message": message, "follow-up-plan": exemplary("follow-up-plan")})
        learner.act("submit")
    instructor.act("collect")
    done = instructor.run("grade", ASSIGNMENT, "--jobs", "1")
    assert done.returncode == 0, done.stderr + done.stdout
    instructor.act("generate_feedback")
    instructor.act("release_feedback")
    for learner in people:
        learner.act("fetch_feedback")
    return done.stdout


def feedback_of(learner):
    """The page that came back to this learner."""
    [stamp] = [one for one in learner.ask(f"api/contents/{ASSIGNMENT}/feedback")["content"] if one["type"] == "directory"]
    [page] = learner.ask(f"api/contents/{stamp['path']}")["content"]
    return learner.ask(f"api/contents/{page['path']}")["content"]


def test_everybody_is_graded(graded, instructor, people):
    with sqlite3.connect(f"file:{instructor.course}/gradebook.db?mode=ro", uri=True) as book:
        rows = book.execute(
            "select s.student_id, sum(g.auto_score) from grade g join submitted_notebook n on g.notebook_id = n.id "
            "join submitted_assignment s on n.assignment_id = s.id group by s.student_id").fetchall()
    marks = dict(rows)
    assert set(marks) == {learner.name for learner in people}, graded
    assert marks[people[0].name] > marks[people[1].name]


@pytest.mark.parametrize("number", EVERYBODY)
def test_the_feedback_is_the_learners_own(graded, people, number):
    page = feedback_of(people[number])
    assert "of 10" in page
    if number:
        assert f"I am number {number}." in page
        assert f"I am number {3 - number}." not in page


def test_handing_in_again_replaces_the_first(graded, people, instructor):
    time.sleep(1.1)  # nbgrader tells hand-ins apart by the second
    people[2].write({"follow-up-message": "A second try, which is only this line."})
    people[2].act("submit")
    found = instructor.course / "submitted" / people[2].name / ASSIGNMENT / f"{ASSIGNMENT}.ipynb"
    before = found.read_text(encoding="utf-8")
    request(f"{instructor.base}/api/assignment/{ASSIGNMENT}/collect", instructor.token, "POST", {})
    assert before != found.read_text(encoding="utf-8")
    assert "A second try" in found.read_text(encoding="utf-8")


FORBIDDEN = {
    "the exemplary answers": lambda room, other: ["cat", f"{room.course}/solutions/follow-up/follow-up.ipynb"],
    "the gradebook": lambda room, other: ["cat", f"{room.course}/gradebook.db"],
    "what others handed in": lambda room, other: ["ls", f"{room.course}/submitted"],
    "the exchange's inbox": lambda room, other: ["ls", f"{room.classroom.where.exchange}/{room.classroom.settings.course}/inbound"],
    "the list of feedback": lambda room, other: ["ls", f"{room.classroom.where.exchange}/{room.classroom.settings.course}/feedback"],
    "a neighbour's home": lambda room, other: ["ls", str(room.classroom.path_of(other.name))],
    "a neighbour's answer": lambda room, other: ["cat", str(room.classroom.path_of(other.name, "rapport", NOTEBOOK))],
    "the passwords": lambda room, other: ["cat", str(room.classroom.where.passwords)],
    "the hub's database": lambda room, other: ["cat", str(room.classroom.where.hub / "hub.sqlite")],
    "the hub's keys": lambda room, other: ["cat", str(room.classroom.where.hub / "prestart.token")],
}


@pytest.mark.parametrize("thing", FORBIDDEN)
def test_a_learner_cannot_read(graded, people, instructor, thing):
    command = FORBIDDEN[thing](instructor, people[1])
    assert subprocess.run(command, capture_output=True, check=False).returncode == 0, "it is not even there"
    allowed, said = people[0].can(*command)
    assert not allowed
    assert "Permission denied" in said


def test_a_learner_cannot_take_away_what_another_handed_in(graded, people, classroom):
    inbox = classroom.where.exchange / classroom.settings.course / "inbound"
    [theirs, *_] = [one for one in inbox.iterdir() if one.name.startswith(people[1].name)]
    for command in (["mv", str(theirs), f"{theirs}-gone"], ["rm", "-r", str(theirs)], ["rmdir", str(inbox)]):
        assert not people[0].can(*command)[0]
    assert theirs.is_dir()


def test_a_learner_cannot_hand_in_as_another(graded, people, instructor, classroom):
    place = people[0].classroom.path_of(people[0].name, "rapport")
    program = classroom.program
    subprocess.run([program.python, "-m", "nbgrader", "submit", ASSIGNMENT, f"--student={people[1].name}"], check=False,
                   capture_output=True, **{**system.as_user(people[0].name), "cwd": place},
                   env={"PATH": "/usr/bin:/bin", "HOME": str(place.parent), **program.environment,
                        "JUPYTER_CONFIG_PATH": str(classroom.where.config)})
    inbox = classroom.where.exchange / classroom.settings.course / "inbound"
    forged = [one for one in inbox.iterdir() if one.name.startswith(people[1].name) and one.owner() == people[0].name]
    assert forged, "the attempt did not get as far as the inbox"
    request(f"{instructor.base}/api/assignment/{ASSIGNMENT}/collect", instructor.token, "POST", {})
    taken = instructor.course / "submitted" / people[1].name / ASSIGNMENT / f"{ASSIGNMENT}.ipynb"
    assert "I am number 1." in taken.read_text(encoding="utf-8")


def test_a_course_that_a_learner_makes_up_is_shown_to_nobody(graded, people, classroom):
    made_up = classroom.where.exchange / "another" / "outbound" / ASSIGNMENT
    assert people[0].can("mkdir", "-p", str(made_up))[0], "nbgrader wants a folder into which everybody may write"
    assert people[1].ask("courses")["value"] == [classroom.settings.course]


@pytest.mark.parametrize("path", ["", "/gradebook", "/api/assignments", "/manage_students"])
def test_formgrader_is_closed_to_learners(people, instructor, path):
    with pytest.raises(HubError) as refused:
        request(f"{instructor.base}{path}", people[0].token)
    assert refused.value.status == 403
    assert request(f"{instructor.base}{path}", instructor.token)


def test_a_server_answers_behind_another_machines_name(people):
    """As a web server in front of the hub passes it on."""
    asked = urllib.request.Request(f"{people[0].base}/api/contents",
                                   headers={"Host": "class.example.org", "Authorization": f"token {people[0].token}"})
    with urllib.request.urlopen(asked, timeout=60) as answer:
        assert answer.status == 200


def test_a_neighbours_server_is_closed(people):
    with pytest.raises(HubError) as refused:
        request(f"{people[1].base}/api/contents", people[0].token)
    assert refused.value.status == 403


def test_an_instructor_may_start_servers_but_not_read_them(people, instructor, classroom):
    assert request(f"{classroom.address}/hub/api/users", instructor.token)
    with pytest.raises(HubError) as refused:
        request(f"{people[0].base}/api/contents", instructor.token)
    assert refused.value.status == 403


@pytest.fixture(scope="module")
def kernel(people, classroom):
    with Kernel(classroom.address, people[0].name, people[0].token) as opened:
        yield opened


def test_a_learner_plays_a_scene_and_has_a_draft_read(kernel):
    lesson = learn(kernel, time.monotonic())
    assert 10 < lesson.memory < 200


def test_what_a_learner_takes_is_limited(kernel):
    assert shown(kernel.run("import os; print(len(os.sched_getaffinity(0)))")).strip() == "1"
    with pytest.raises(KernelTrouble, match="MemoryError"):
        kernel.run("hoard = bytearray(1000 * 1024 * 1024)")
    assert shown(kernel.run("print('still here')")).strip() == "still here"


def test_a_learners_kernel_has_no_key_but_its_own(kernel, classroom, people):
    assert shown(kernel.run("import os; print(os.getuid())")).strip() == str(system.user(people[0].name).pw_uid)
    token = shown(kernel.run("print(os.environ['JUPYTERHUB_API_TOKEN'])")).strip()
    for path in ("users", f"users/{people[1].name}"):
        with pytest.raises(HubError) as refused:
            request(f"{classroom.address}/hub/api/{path}", token)
        assert refused.value.status in (403, 404)


class Browser(urllib.request.HTTPCookieProcessor):
    """Cookies and redirects, as a browser has them."""

    def __init__(self):
        super().__init__()
        self.opener = urllib.request.build_opener(self)

    def open(self, url, form=None):
        data = urllib.parse.urlencode(form).encode() if form else None
        try:
            with self.opener.open(url, data, timeout=60) as answer:
                return answer.status, answer.read().decode("utf-8", "replace"), answer.url
        except urllib.error.HTTPError as error:
            with error:
                return error.code, error.read().decode("utf-8", "replace"), url


def logged_in(classroom, name, password):
    browser = Browser()
    _, page, _ = browser.open(f"{classroom.address}/hub/login")
    xsrf = re.search(r'name="_xsrf" value="([^"]+)"', page)[1]
    status, page, url = browser.open(f"{classroom.address}/hub/login?next=%2Fhub%2Fhome",
                                     {"username": name, "password": password, "_xsrf": xsrf})
    return browser, status, url


def test_the_password_on_paper_opens_the_page_and_no_other_does(classroom, people):
    passwords = {name: word for name, _, word in accounts.read_passwords(classroom.where.passwords)}
    browser, status, url = logged_in(classroom, people[0].name, passwords[people[0].name])
    assert (status, url) == (200, f"{classroom.address}/hub/home")
    page = f"{people[0].base}/doc/tree/notebooks/00-start-here.ipynb"
    assert browser.open(page)[::2] == (200, page)
    assert browser.open(f"{people[1].base}/lab")[0] == 403
    assert browser.open(f"{classroom.address}/services/{classroom.settings.course}/formgrader")[0] == 403
    assert logged_in(classroom, people[1].name, passwords[people[0].name])[1] == 403


def test_a_started_class_is_left_alone_by_the_next_start(classroom):
    told = []
    started = prestart.prestart(classroom.hub, classroom.learners, 4, told.append)
    assert all(one.was_there for one in started)
    assert told == ["3 of 3 run already."]


def test_making_a_class_twice_does_nothing(graded, classroom):
    assert accounts.steps(classroom.settings) == []


def test_removing_names_only_what_was_made(graded, classroom):
    said = [step.says for step in removal.steps(classroom.settings)]
    users = {words.split()[3] for words in said if words.startswith("Remove the user")}
    assert users == {*classroom.learners, classroom.instructor, classroom.settings.grader}


def test_an_open_class_is_not_removed(classroom, people):
    told = CliRunner().invoke(main, ["class", "accounts", str(classroom.settings.file), "--undo"])
    assert told.exit_code == 2 and told.output.startswith("The class is still open.")
    assert system.user(people[0].name)


def test_reading_in_an_open_page_is_not_idle(classroom, people):
    """The last test: it ends the servers of those who have no page open."""
    settings = classroom.settings.model_copy(update={"cull_minutes": 0.3})
    command = services.culler(settings).about["command"]
    environment = {**os.environ, "JUPYTERHUB_API_TOKEN": classroom.hub.token,
                   "JUPYTERHUB_API_URL": f"{classroom.address}/hub/api"}
    with (Kernel(classroom.address, people[0].name, people[0].token) as page,
          subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL) as culler):
        try:
            end = time.monotonic() + 90
            while time.monotonic() < end and any(classroom.hub.server(learner.name) for learner in people[1:]):
                page.listen(1)
            assert not [learner.name for learner in people[1:] if classroom.hub.server(learner.name)]
            page.listen(25)  # longer than the culler waits
            assert classroom.hub.server(people[0].name), "the server of somebody who reads was ended"
        finally:
            culler.terminate()
        assert shown(page.run("print('I was only reading')")).strip() == "I was only reading"
