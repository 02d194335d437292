"""Which cells a lesson may run, and hide, without being asked."""

import base64
from pathlib import Path

import nbformat
import pytest

from rapport.catalog import assignment_paths, lesson_paths
from rapport.lab import launch

pytestmark = pytest.mark.browser

GRAMMAR = Path(launch.__file__).parent / "extension/static/grammar.js"
CALLS = [
    "%load_ext rapport",
    "import rapport",
    "%load_ext rapport\nimport rapport",
    'import rapport\n\nrapport.play("the-strap")',
    "rapport.course_map()",
    "rapport.evidence_box('no-follow-up')  ",
    'rapport.pad("after-the-event", rows=12, hints=True)',
    "rapport.pad( 'after-the-event' , -1.5 )",
]
ANSWERS = [
    "%%draft after-the-event\nDear Hannah, it's me.",
    "%%plan plan-after-conference\nMonday: write to Dana\n!rm -rf ~\nimport os",
    "%%draft after-the-event",
]
STRANGERS = [
    "",
    "  \n ",
    "import os",
    "import rapport, os",
    "import rapport; import os",
    "import rapport as os",
    "from rapport import *",
    "%load_ext rapport_stranger",
    "%load_ext stranger",
    "rapport.play",
    "x = rapport.play('the-strap')",
    "rapport.play(open('secret').read())",
    "rapport.play(__import__('os').system('ls'))",
    "rapport.play('the-strap'); import os",
    "rapport.play('the-strap') or quit()",
    "rapport.__loader__('x')",
    "rapport.play.__globals__('x')",
    "rapport.play(*['the-strap'])",
    'rapport.play(f"{quit()}")',
    'rapport.play("//stranger.example/share/scene.yaml")',
    'rapport.play("\\\\stranger\\share")',
    'rapport.play("C:secret")',
    'rapport.play("{quit()}")',
    'rapport.play("a" "b")',
    'rapport.play("a\nb")',
    "rapport.play('the-strap')?",
    "rapport.play('the-strap')\n!ls",
    "import rapport\n%run stranger.py",
    " rapport.play('the-strap')",
    "import rapport # \u2028!ls",
    "import rapport\u2028!ls",
    "import rapport\x0c!ls",
    "import rapport\r!ls",
    "import rapport\x85!ls",
    "%%draft {quit()}\ntext",
    "%%draft $HOME\ntext",
    "%%draft after-the-event\x0b\n!ls",
    "%%draft after-the-event\u2028!ls",
    "%%draft?\ntext",
    "%%draft after-the-event!\ntext",
    "\n%%draft after-the-event\ntext",
    "%%bash\nls",
    "%%drafts after-the-event\nls",
    "# %%draft after-the-event\nimport os",
    "%%draft after-the-event other\ntext",
    "%%played the-strap\nPlay the scene above to its end, then run this cell.",
    "%%reflect looking-back\nI think, looking back.",
]


@pytest.fixture
def judge(page):
    """The grammar's functions, called in Chromium."""
    module = "data:text/javascript;base64," + base64.b64encode(GRAMMAR.read_bytes()).decode()
    return lambda name, sources: page.evaluate(
        "async ([module, name, sources]) => sources.map((await import(module))[name])", [module, name, sources])


def test_the_course_s_own_calls_are_its_own(judge):
    assert judge("isCall", CALLS) == [True] * len(CALLS)


def test_answers_are_text_and_may_hold_anything(judge):
    assert judge("isOwn", ANSWERS) == [True] * len(ANSWERS)
    assert judge("isCall", ANSWERS) == [False] * len(ANSWERS)


def test_whatever_else_stands_in_a_cell_is_a_stranger_s(judge):
    assert [source for source, own in zip(STRANGERS, judge("isOwn", STRANGERS)) if own] == []


def test_every_hidden_cell_of_the_course_is_within_the_grammar(judge):
    for path in [*lesson_paths().values(), *assignment_paths().values()]:
        cells = nbformat.read(path, as_version=4).cells
        code = [cell.source for cell in cells if "hidden" in cell.metadata.get("tags", ())]
        assert code and judge("isCall", code) == [True] * len(code), path.name
