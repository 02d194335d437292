"""What a learner meets in the browser edition, in a real Chromium and with no other machine in reach."""

import json
import os
import shutil
from datetime import date
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from by_keyboard import play_to_the_end
from click.testing import CliRunner
from playwright.sync_api import expect
from visitor import BODY_HAS_HEIGHT, RULES, Visitor, opened

from rapport import catalog
from rapport.assessing.batch import assess_lines
from rapport.catalog import root
from rapport.cli import main
from rapport.handing_in import paper
from rapport.reading.brief import load_file

pytestmark = pytest.mark.browser

LESSON = "notebooks/01-taking-before-giving.ipynb"
NEVER_OPENED = "notebooks/26-no-follow-up.ipynb"
PHONE = {"width": 360, "height": 740}
EXERCISE = "exercises/follow-up/follow-up.ipynb"
DRAFT = "Dear Hannah,\n\nIt was lovely to meet you. I'd love to stay in touch some time. It's me.\n\nBest wishes,\nLeo"
MOST_SENT = 16_000_000  # bytes, compressed, until the first scene can be played
NOTEBOOKS = [*catalog.lesson_paths().values(), *catalog.assignment_paths().values()]
SAMPLE = ("05-", "29-", "capstone.ipynb")
DRAFTS = root() / "training/drafts/fifth.jsonl"
BRIEFS = root() / "training/drafts/fifth.briefs.yaml"
TODAY = date(2026, 11, 21)
READ = """
import json, pathlib
from datetime import date
from rapport.assessing.batch import assess_lines
from rapport.reading.brief import load_file
path = pathlib.Path("/tmp/briefs.yaml")
path.write_text({briefs!r}, encoding="utf-8")
for result in assess_lines({lines!r}, load_file(path), date(2026, 11, 21)):
    print(json.dumps(result, ensure_ascii=False))
"""
STATUS = "fetch('../overrides.json', { cache: 'no-store' }).then(response => response.status)"
# Everything that a cell said when it went wrong, or could not be shown.
WENT_WRONG = """() => [...document.querySelectorAll(
  '.jp-RenderedText[data-mime-type="application/vnd.jupyter.stderr"], .jp-RenderedText[data-mime-type*="error"]')]
  .map(node => node.innerText).concat(/Error (displaying|creating) widget/.test(document.body.innerText) ? ['widget'] : [])"""


def play(page):
    """Make the first choice of the scene on the page."""
    scene = page.locator(".rapport-scene").first
    log = scene.get_by_role("log")
    before = log.inner_text()
    scene.locator(".rps-choice").first.focus()
    page.keyboard.press("1")
    expect(log).not_to_have_text(before, use_inner_text=True)


def everybody_can_use(page, where):
    """Our parts of the page, in every theme, width and size of text."""
    visitor = Visitor(page)
    visitor.look(where)
    visitor.has_met_no_faults()


def test_a_first_visit_costs_little_and_this_and_other_lessons_work_without_a_network(visit):
    with visit() as first:
        first.page.set_viewport_size(PHONE)
        opened(first.page, first.site.url(LESSON))
        expect(first.page.locator(".rapport-scene .rps-choice").first).to_be_enabled()
        assert 1_000_000 < first.site.total < MOST_SENT
        first.is_there(LESSON)
        expect(first.page.get_by_role("region", name="File Browser Section")).to_be_hidden()
        play_to_the_end(first.page)
        everybody_can_use(first.page, "a lesson, played")
        assert [path for path in first.site.missing if path != "/favicon.ico" and "/api/" not in path] == []
        expect(first.page.locator(".jp-CodeCell .jp-InputArea").first).to_be_hidden()
        first.is_kept()
    with visit(None) as alone:
        alone.page.goto(alone.site.url(LESSON))
        expect(alone.page.locator(".rapport-scene").get_by_text("The end", exact=True)).to_be_visible()  # as it was left
        alone.page.goto(alone.site.url(NEVER_OPENED))
        play(alone.page)
        assert not [text for text in alone.said if "unregister" in text]  # another browser might not get it back


def test_a_draft_outlives_the_browser_and_a_new_version_and_can_be_handed_in(visit, built, tmp_path):
    with visit() as first:
        first.open(EXERCISE)
        first.page.add_style_tag(content=BODY_HAS_HEIGHT)
        cell = first.page.locator(".rapport-answer").first
        cell.locator(".cm-content").focus()
        first.page.keyboard.press("Control+A")
        first.page.keyboard.insert_text(DRAFT)
        cell.get_by_role("button", name="Read it back to me").click()
        expect(cell.locator(".jp-OutputArea-output")).to_contain_text("of 10")
        everybody_can_use(first.page, "an exercise, read")
        first.page.keyboard.press("Control+S")
        expect(first.page.locator(".jp-mod-dirty")).to_have_count(0)

    newer = shutil.copytree(built, tmp_path / "newer")
    notebook = json.loads((newer / "files" / EXERCISE).read_text("utf-8"))
    notebook["cells"][0]["source"] = "# A page that was changed"
    notebook["metadata"]["rapport"]["version"] = "newer"
    (newer / "files" / EXERCISE).write_text(json.dumps(notebook), "utf-8")
    with visit(newer) as second:
        second.open(EXERCISE)
        expect(second.page.locator(".rapport-answer").first).to_contain_text("lovely to meet you")
        expect(second.page.get_by_role("heading", name="A page that was changed")).to_have_count(0)
        second.page.get_by_role("button", name="Get the new page").click()
        expect(second.page.get_by_role("heading", name="A page that was changed")).to_be_visible()
        expect(second.page.locator(".rapport-answer").first).to_contain_text("lovely to meet you")
        expect(second.page.get_by_text("follow-up (old 1).ipynb")).to_be_visible()
        second.is_there(EXERCISE)
        expect(second.page.get_by_role("button", name="Get the new page")).to_have_count(0)
        assert second.page.evaluate(STATUS) == 200
        (newer / "overrides.json").unlink()
        assert second.page.evaluate(STATUS) == 200  # the kept one
        hand_in(second.page, tmp_path / "inbox")
    assert collected(tmp_path).count("lovely to meet you") == 1


def hand_in(page, folder):
    page.get_by_role("button", name="Make the file to hand in").first.click()
    assert not Axe().run(page, context=".rapport-hand-in", options=RULES).response["violations"]
    page.get_by_label("Your name").fill("Leo Brandt")
    page.get_by_label("Your learner number").fill("leo")
    with page.expect_download() as begun:
        page.keyboard.press("Enter")
    begun.value.save_as(folder / begun.value.suggested_filename)


def collected(home):
    """What stands in the submission after an instructor has collected it."""
    shutil.copytree(root() / "solutions", home / "class/solutions")
    shutil.copytree(root() / "exercises", home / "class/exercises")
    shutil.copy(root() / "nbgrader_config.py", home / "class")
    (home / "class/roster.csv").write_text("id,first_name,last_name,email\nleo,Leo,Brandt,\n", "utf-8")
    before = Path.cwd()
    os.chdir(home / "class")
    try:
        result = CliRunner().invoke(main, ["collect", "follow-up", str(home / "inbox"), "--roster", "roster.csv"])
    finally:
        os.chdir(before)
    assert result.exit_code == 0, result.output
    notebook = json.loads((home / "class/submitted/leo/follow-up/follow-up.ipynb").read_text("utf-8"))
    assert paper.is_whole(notebook)
    return json.dumps(notebook)


def test_notebooks_run_and_drafts_read_as_on_any_computer(visit):
    """A sample; all of them with RAPPORT_LITE_ALL (make lite-test)."""
    every = bool(os.environ.get("RAPPORT_LITE_ALL"))
    chosen = [path for path in NOTEBOOKS if every or path.name.startswith(SAMPLE) or path.name in SAMPLE]
    with visit() as all_of_them:
        for path in chosen:
            name = path.relative_to(root()).as_posix()
            if path is chosen[0]:
                all_of_them.open(name)
            else:
                all_of_them.page.evaluate(OPEN, name)
                all_of_them.is_there(name)
            assert all_of_them.page.evaluate(WENT_WRONG) == [], name
            if path.parent.name == "notebooks":
                assert all_of_them.page.evaluate(SHOWN) == stored(path), name
        drafts = DRAFTS.read_text("utf-8").splitlines()[::9][:100]
        assert len(drafts) == 100
        said = all_of_them.python(READ.format(briefs=BRIEFS.read_text("utf-8"), lines=drafts)).splitlines()
    here = [json.dumps(result, ensure_ascii=False) for result in assess_lines(drafts, load_file(BRIEFS), TODAY)]
    assert said == here


def stored(path):
    """What each code cell of a notebook in the repository shows, as plain text."""
    cells = json.loads(path.read_text("utf-8"))["cells"]
    return [["".join(output["data"]["text/plain"]) for output in cell["outputs"]]
            for cell in cells if cell["cell_type"] == "code"]


SHOWN = """() => window.jupyterapp.shell.currentWidget.content.widgets.filter(cell => cell.model.type === 'code')
  .map(cell => cell.model.outputs.toJSON().map(output => [output.data?.['text/plain'] ?? output.text].flat().join('')))"""
# In the kernel of the page before, so that not every one waits for a kernel of its own.
OPEN = """path => {
  const { id } = window.jupyterapp.shell.currentWidget.sessionContext.session.kernel;
  return window.jupyterapp.commands.execute('docmanager:open', { path, kernel: { id } }).then(() => true);
}"""
