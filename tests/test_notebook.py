"""Answer cells are read where they stand, and lost or mistyped first lines are met with one sentence."""

import json
import re
import subprocess
import sys

import pytest
from IPython.utils.capture import capture_output

import rapport
from rapport import memory, versions
from rapport.answers import PLACEHOLDERS
from rapport.notebook import load_ipython_extension, unload_ipython_extension
from rapport.notebook.stray import looks_like_prose
from rapport.reading.brief import brief
from rapport.objections import EMPTY, KEPT

PROSE = """Hi Hannah,

thank you for offering to show me the store rooms. Here is the contrast-checker link that I promised.
Could I ring you on Tuesday about the ticket page?
Leo"""
PLAN = "Monday 9 March: send Dana Okafor the county data link.\nIn two weeks: ask Will Tran how the cover crops do."


class Ran:
    """What running one cell showed."""

    def __init__(self, shell, source, cell=None):
        if cell:
            shell.get_parent = lambda: {"metadata": {"cellId": cell}}
        with capture_output() as captured:
            self.result = shell.run_cell(source)
        self.printed = captured.stdout + captured.stderr
        self.bundles = [output.data for output in captured.outputs]
        self.text = "\n".join(bundle.get("text/plain", "") for bundle in self.bundles)
        self.html = "\n".join(bundle.get("text/html", "") for bundle in self.bundles)


def assert_friendly(ran):
    assert ran.result.success
    assert "Traceback" not in ran.printed and "Error" not in ran.printed
    assert len(ran.bundles) == 1 and ran.html


def test_a_draft_is_read_under_its_cell_as_html_and_as_text(shell):
    ran = Ran(shell, f"%%draft after-the-event\n{PROSE}")
    assert_friendly(ran)
    assert "of 10" in ran.text and "of 10" in ran.html
    assert ran.text.startswith(str(rapport.assess(PROSE, "after-the-event").score))


def test_a_plan_is_read_too(shell):
    ran = Ran(shell, f"%%plan plan-after-conference\n{PLAN}")
    assert_friendly(ran)
    assert "When each step comes" in ran.text


@pytest.mark.parametrize("source", ["%%reply\nI did ask her.", "%Reply\nI did ask her.", "%% reply: I did ask her."])
def test_a_reply_to_a_reading_is_kept_for_a_person_and_not_judged(shell, source):
    ran = Ran(shell, source)
    assert_friendly(ran)
    assert ran.text == KEPT


@pytest.mark.parametrize("source", ["%%reply", "%%reply\n"])
def test_an_empty_reply_is_met_with_one_sentence(shell, source):
    ran = Ran(shell, source)
    assert_friendly(ran)
    assert ran.text == EMPTY


def test_versions_are_kept_and_the_next_one_is_compared(shell):
    first = Ran(shell, f"%%draft after-the-event\n{PROSE}")
    again = Ran(shell, f"%%draft after-the-event\n{PROSE}")
    changed = Ran(shell, f"%%draft after-the-event\n{PROSE} Bye.")
    assert first.text == again.text and "Since your last version" not in first.text
    assert "Since your last version" in changed.text and "<ins>" in changed.html
    assert [version.text for version in versions.kept("drafts/after-the-event")] == [PROSE, f"{PROSE} Bye."]


def test_only_the_newest_fifty_versions_stay():
    for number in range(versions.MOST_KEPT + 5):
        versions.keep("drafts/x", f"version {number}")
    kept = versions.kept("drafts/x")
    assert len(kept) == 50 and kept[-1].text == "version 54"


@pytest.mark.parametrize("damage", [{"not": "a list"}, [1, {"text": 5}, None], "text"])
def test_damaged_versions_do_not_stop_the_learner(shell, damage):
    memory.save("drafts/after-the-event", damage)
    assert_friendly(Ran(shell, f"%%draft after-the-event\n{PROSE}"))


@pytest.mark.parametrize(
    "body", ["", "\n\n", *PLACEHOLDERS, f"### BEGIN SOLUTION\n{PLACEHOLDERS[0]}\n### END SOLUTION"]
)
def test_an_answer_not_begun_gets_a_way_on_and_no_score(shell, body):
    ran = Ran(shell, f"%%draft after-the-event\n{body}")
    assert_friendly(ran)
    assert "Nothing is written yet" in ran.text and "of 10" not in ran.text
    assert versions.kept("drafts/after-the-event") == []


def test_an_unknown_situation_names_the_nearest(shell):
    ran = Ran(shell, f"%%draft after-the-evnt\n{PROSE}")
    assert_friendly(ran)
    assert "“%%draft after-the-event”" in ran.text


def test_no_situation_named_gives_an_example(shell):
    ran = Ran(shell, f"%%plan\n{PLAN}")
    assert_friendly(ran)
    named = re.search("“%%plan ([^”]+)”", ran.text)[1]
    assert brief(named).is_plan


def test_the_wrong_command_is_read_rightly_with_one_sentence(shell):
    ran = Ran(shell, f"%%draft plan-after-conference\n{PLAN}")
    assert_friendly(ran)
    assert "“%%plan plan-after-conference”" in ran.text and "When each step comes" in ran.text


@pytest.mark.parametrize(
    "source",
    [
        f"%draft after-the-event\n{PROSE}",
        f"%% draft after-the-event\n{PROSE}",
        f"%%Draft after-the-event\n{PROSE}",
        f"%%darft after-the-event\n{PROSE}",
        f"Hello,\n%%draft after-the-event\n{PROSE}",
        f"  %draft after-the-event\n{PROSE}",
        f"draft after-the-event\n{PROSE}",
    ],
)
def test_a_mistyped_first_line_is_read_and_the_right_one_named(shell, source):
    ran = Ran(shell, source)
    assert_friendly(ran)
    assert "“%%draft after-the-event” the first line" in ran.text and "of 10" in ran.text


def test_a_lost_first_line_is_told_from_the_people_in_the_text(shell):
    ran = Ran(shell, PROSE)
    assert_friendly(ran)
    assert "“%%draft after-the-event” the first line" in ran.text and "of 10" in ran.text
    assert "“%%plan plan-after-conference” the first line" in Ran(shell, PLAN).text


def test_a_lost_first_line_is_told_from_what_the_cell_answered_before(shell):
    Ran(shell, "%%draft after-the-event\nHello there my friend.", cell="a")
    ran = Ran(shell, "Hello there my friend.", cell="a")
    assert_friendly(ran)
    assert "“%%draft after-the-event” the first line" in ran.text
    assert "is missing" in Ran(shell, "Hello there my friend.", cell="b").text
    del shell.get_parent


def test_prose_that_fits_no_situation_gets_one_sentence(shell):
    ran = Ran(shell, "Dear all, it's me again.\nDon't you think so?")
    assert_friendly(ran)
    assert ran.text.count(".") <= 2 and "is missing" in ran.text


@pytest.mark.parametrize("prose", ["Would you be free on Tuesday?", "Liebe Hannah, danke für die Einladung ins Lager!",
                                   "you said: \"it's late\" and left\n\\ (what now",
                                   "Thanks for the talk,\n\tLeo \x00"])
def test_no_prose_shows_an_error(shell, prose):
    assert_friendly(Ran(shell, prose))


@pytest.mark.parametrize(
    "code",
    [
        "1 + 1",
        "x = 'a %s'\nx % ('plan',)",
        "value = (7\n % 4)",
        "%timeit -n1 -r1 1",
        "%%capture\nprint(1)",
        "%%html\n<p>Dear Hannah, it is me.</p>",
        "%who_ls",
        "!echo Dear Hannah it is me",
        "import asyncio\nawait asyncio.sleep(0)",
        "str?",
        "files = !echo some words here",
        "'''\n%draft after-the-event\n'''",
        "text = '''Dear Hannah, how are you?'''",
        "# Dear Hannah, thank you for the talk",
    ],
)
def test_code_and_other_magics_are_never_touched(shell, code):
    lines = code.splitlines(keepends=True)
    for hook in shell.input_transformers_cleanup:
        if getattr(hook, "is_rapport", False):
            assert hook(lines) is lines


@pytest.mark.parametrize(
    "code",
    [
        "for number in range(10)\n    print(number)",
        "print 'hello my dear friends'",
        "def greet(name)\n    return name",
        "if total is greater than ten:\n    stop",
        "x = some words here",
        "import numpy as",
        "values = [1, 2, 3",
        "%matplotlib inline\nfor x in y print(x)",
        "%%bash\necho Dear Hannah it is me",
    ],
)
def test_a_programmer_still_sees_their_own_errors(shell, code):
    assert shell.transform_cell(code).count("rapport_stray") == 0


def test_an_address_with_an_equals_sign_is_still_prose():
    assert looks_like_prose("Here is the link for you: https://example.org/?a=1(b)\nBest wishes to you both, Leo")


def test_the_learners_words_are_never_run(shell, tmp_path):
    trap = tmp_path / "trap"
    code = f"open({str(trap)!r}, 'w').close()"
    Ran(shell, f"%%draft after-the-event\n{code}\n{{{code}}}\n$HOME")
    ran = Ran(shell, f"Dear Hannah, it is me\n%draft after-the-event\n''' + {code} + '''\n{{x}}")
    assert_friendly(ran)
    assert not trap.exists()


def test_markup_in_an_answer_is_escaped(shell):
    ran = Ran(shell, "%%draft after-the-event\nHi Hannah <script>alert(1)</script> see you on Tuesday")
    assert "<script>" not in ran.html and "&lt;script&gt;" in ran.html


def test_a_read_only_home_does_not_stop_the_learner(shell, monkeypatch, tmp_path):
    blocked = tmp_path / "file"
    blocked.write_text("")
    monkeypatch.setenv("RAPPORT_HOME", str(blocked / "below"))
    assert_friendly(Ran(shell, f"%%draft after-the-event\n{PROSE}"))


def test_loading_twice_changes_nothing_and_unloading_leaves_nothing(one_shell):
    before = list(one_shell.input_transformers_cleanup)
    load_ipython_extension(one_shell)
    once = len(one_shell.input_transformers_cleanup)
    load_ipython_extension(one_shell)
    assert len(one_shell.input_transformers_cleanup) == once == len(before) + 1
    assert one_shell.user_ns["rapport"] is rapport
    unload_ipython_extension(one_shell)
    assert one_shell.input_transformers_cleanup == before
    assert one_shell.find_cell_magic("draft") is None and "rapport" not in one_shell.user_ns


def test_load_ext_works_by_name(one_shell):
    Ran(one_shell, "%load_ext rapport")
    assert "of 10" in Ran(one_shell, f"%%draft after-the-event\n{PROSE}").text
    Ran(one_shell, "%unload_ext rapport")


@pytest.mark.parametrize("name", ["play", "pad", "spot", "jot", "if_then", "show_brief", "evidence_box", "explain"])
@pytest.mark.parametrize("wrong", ["no-folow-up", "", 3])
def test_a_wrong_name_in_a_lesson_shows_the_nearest_and_no_error(name, wrong):
    card = getattr(rapport, name)(wrong)
    assert "There is no " in card.text and "The nearest: “" in card.text


def test_programs_get_an_error_for_a_wrong_name():
    with pytest.raises(rapport.catalog.Unknown):
        rapport.assess("Dear Hannah", "nowhere")
    with pytest.raises(AttributeError, match="Did you mean “rapport.play”"):
        rapport.paly


def test_cards_show_what_they_are_named_for():
    assert "Hannah Brandt" in rapport.show_brief("after-the-event").text
    assert "Research supports" in rapport.evidence_box("no-follow-up").text
    assert "promised" in rapport.explain("no-follow-up").text
    assert "What you do afterwards" in rapport.course_map().text


def test_all_public_names_are_there():
    assert set(rapport.__all__) <= set(dir(rapport))
    assert all(getattr(rapport, name) for name in rapport.__all__)


def test_importing_rapport_imports_nothing_heavy():
    code = "import json, sys; import rapport; print(json.dumps(sorted(sys.modules)))"
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = set(json.loads(result.stdout))
    assert "rapport" in loaded
    assert not loaded & {"yaml", "pydantic", "anywidget", "ipywidgets", "IPython", "rapport.catalog", "nbgrader"}
