"""The page is for instructors alone; reports are for learners' own kernels alone; nothing else gets in."""

import json
import re

import pytest
from fake_hub import SCOPE

from rapport.classboard.handling import HEADERS

PAGES = ("", "events", "scenes")


def test_an_instructor_logs_in_at_the_hub_and_sees_the_page(board):
    ana = board.visit("ana")
    assert ana.status == 200 and "<h1>Class board</h1>" in ana.page and ana.xsrf
    assert ana.picture()["count"] == 0
    assert "the-strap" in {scene["id"] for scene in json.loads(ana.get("scenes")[1])}


@pytest.mark.parametrize("name, groups, scopes", [
    ("a learner", (), ()),
    ("a learner of a hub that gives everybody access", (), (SCOPE,)),
    ("an instructor of another class", ("instructors-b",), (SCOPE,)),
    ("somebody in the group without access", ("instructors",), ()),
])
def test_everybody_else_is_refused(board, name, groups, scopes):
    board.hub.person("mallory", *groups, scopes=scopes)
    mallory = board.visit("mallory")
    assert (mallory.status, mallory.page) == (403, "The class board is for instructors.")
    assert [mallory.get(page)[0] for page in PAGES] == [403] * 3
    assert mallory.order("forget")[0] == 403


def test_a_hub_that_tells_no_groups_lets_nobody_in(board):
    board.hub.person("ana", "instructors", scopes=[SCOPE])
    del board.hub.people["ana"]["groups"]
    assert board.visit("ana").status == 403


def test_a_service_with_access_is_no_instructor(board):
    board.hub.person("robot", "instructors", scopes=[SCOPE], kind="service")
    assert board.visit("robot").status == 403


def test_a_kernels_token_opens_no_page(board):
    headers = {"Authorization": "token leo-kernel"}
    for path in PAGES:
        assert board.visit("leo").get(path, headers)[0] == 403
    assert board.post_raw(b'{"do":"forget"}', headers, "orders")[0] == 403


def test_nobody_without_a_token_reports(board):
    for headers in ({}, {"Authorization": "token wrong"}, {"Authorization": "Basic bGVv"}, {"Authorization": "token "}):
        assert board.post_raw(b'{"do":"join","named":false}', headers)[0] == 403
    board.hub.person("robot", kind="service")
    assert board.report("robot", "join", named=False)[0] == 403
    assert board.visit("ana").picture()["count"] == 0


def test_a_cookie_does_not_report(board):
    ana = board.visit("ana")
    assert ana.get("report")[0] == 405
    assert board.post_raw(b'{"do":"look"}', {"X-XSRFToken": ana.xsrf})[0] == 403


@pytest.mark.parametrize("headers", [
    {"X-XSRFToken": ""}, {"X-XSRFToken": "wrong"}, {"Origin": "http://elsewhere.example"}, {"Origin": "null"},
    {"Sec-Fetch-Site": "cross-site"}, {"Sec-Fetch-Site": "same-site"},
])
def test_another_page_cannot_give_orders(board, headers):
    board.report("leo", "join", named=False)
    ana = board.visit("ana")
    assert ana.order("forget", headers)[0] == 403
    assert ana.picture()["count"] == 1
    assert ana.order("forget", {"Origin": board.host, "Sec-Fetch-Site": "same-origin"})[0] == 200
    assert ana.picture()["count"] == 0


@pytest.mark.parametrize("path", PAGES)
def test_another_page_cannot_read(board, path):
    ana = board.visit("ana")
    cross = {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "cors"}
    assert ana.get(path, cross)[0] == 403
    assert ana.get(path, {"Origin": "http://elsewhere.example"})[0] == 403
    own_host = {"Sec-Fetch-Site": "same-origin", "Sec-Fetch-Mode": "cors"}  # as a learner's own server may be
    assert ana.get(path, own_host)[0] == 403, "without the token of the page"


def test_a_notebooks_address_is_not_for_web_pages(board):
    headers = {"Authorization": "token leo-kernel", "Origin": board.host}
    assert board.post_raw(b'{"do":"join","named":false}', headers)[0] == 403


@pytest.mark.parametrize("path", ["", "scenes", "static/board.js", "static/board.css", "nothing", "static/../app.py"])
def test_every_answer_has_the_headers(board, path):
    _, text, headers = board.visit("ana").get(path)
    assert {name: headers[name] for name in HEADERS} == HEADERS
    assert "unsafe" not in headers["Content-Security-Policy"] and not headers["Server"]
    assert "Traceback" not in text


def test_the_page_has_nothing_inline(board):
    page = board.visit("ana").page
    assert not re.search(r"<style|\sstyle=|\son\w+=|javascript:", page)
    assert page.count("<script") == page.count('<script type="module" src="static/board.js"></script>') == 1


def test_nobody_in_particular_is_sent_to_log_in(board):
    ana = board.visit("ana")
    assert board.post_raw(b'{"do":"forget"}', {"X-XSRFToken": ana.xsrf}, "orders")[0] == 403
    ana.forget_cookies()
    assert [ana.get(path)[0] for path in ("events", "scenes")] == [403, 403]
    board.hub.visitor = "leo"
    assert ana.get("")[0] == 403
