"""An answer to a scene: the finished play comes into the box, and the one in the box is checked."""

import pytest
from IPython.utils.capture import capture_output

from rapport import memory
from rapport.answers import PLACEHOLDERS, answer_text
from rapport.playing import Session, load_scene
from rapport.playing.transcripts import check, mark, write
from rapport.render.played import FITS, FITS_NOT

SCENE = "the-heart-ward"
EMPTY = f"%%played {SCENE}\n{PLACEHOLDERS[2]}"


@pytest.fixture(scope="module")
def scene():
    return load_scene(SCENE)


def played(scene, pick):
    session = Session(scene)
    while not session.over:
        session = session.choose(pick(session.choices))
    return session


class Ran:
    """What running one cell showed, and the text that it asked the page to put in its place."""

    def __init__(self, shell, source):
        shell.payload_manager.clear_payload()
        with capture_output() as captured:
            self.result = shell.run_cell(source)
        assert self.result.success and "Traceback" not in captured.stdout + captured.stderr
        [output] = captured.outputs
        self.text, self.html = output.data["text/plain"], output.data["text/html"]
        asked = [one for one in shell.payload_manager.read_payload() if one["source"] == "set_next_input"]
        assert all(one["replace"] is True for one in asked)
        self.filled = asked[0]["text"] if asked else None


@pytest.mark.parametrize("source", [EMPTY, f"%%played {SCENE}", f"%%played {SCENE}\n\n"])
def test_without_a_finished_play_one_sentence_says_what_to_do(shell, scene, source):
    memory.save(f"scenes/{SCENE}", {"moves": [0]})
    ran = Ran(shell, source)
    assert ran.filled is None
    assert "to its end" in ran.text and len(ran.text.splitlines()) == 1


@pytest.mark.parametrize("source", [EMPTY, f"%%played {SCENE}", f"% Played {SCENE.replace('-', ' ')}\n"])
def test_the_finished_play_comes_into_an_empty_box(shell, scene, source):
    session = played(scene, min)
    memory.save(f"scenes/{SCENE}", {"moves": [], "plays": [list(session.moves)]})
    ran = Ran(shell, source)
    assert ran.filled == f"%%played {SCENE}\n{write(session)}"
    assert FITS in ran.text and f"{mark(session):g} of 10" in ran.text
    assert write(session) in ran.text, "a page that fills no cells shows it to copy"
    assert answer_text(ran.filled).subject == SCENE


def test_what_came_into_the_box_is_checked_when_it_is_run_again(shell, scene):
    session = played(scene, max)
    memory.save(f"scenes/{SCENE}", {"moves": list(session.moves)})
    again = Ran(shell, Ran(shell, EMPTY).filled)
    assert again.filled is None
    assert again.text.startswith(f"{mark(session):g} of 10") and FITS in again.text
    assert ("Mistakes on the way" in again.text) == bool(session.mistakes)
    assert all(step.why in again.text for step in session.steps if step.mistake)


def test_a_transcript_is_checked_on_a_machine_that_knows_nothing_of_the_play(shell, scene):
    ran = Ran(shell, f"%%played {SCENE}\n{write(played(scene, min))}")
    assert FITS in ran.text and ran.filled is None


def test_a_newer_play_is_offered_and_never_put_over_the_old_one(shell, scene):
    memory.save(f"scenes/{SCENE}", {"moves": list(played(scene, max).moves)})
    ran = Ran(shell, f"%%played {SCENE}\n{write(played(scene, min))}")
    assert ran.filled is None and ran.text.startswith("You have finished another play since.") and FITS in ran.text


def test_a_changed_transcript_is_told_with_its_reason_and_a_way_on(shell, scene):
    session = played(scene, min)
    memory.save(f"scenes/{SCENE}", {"moves": list(session.moves)})
    forged = write(session).replace("You: ", "You: <b>Well.</b> ", 1)
    ran = Ran(shell, f"%%played {SCENE}\n{forged}")
    assert FITS_NOT in ran.text and check(scene, forged).reason in ran.text
    assert "delete everything under the first line" in ran.text
    assert "<b>Well" not in ran.html and "&lt;b&gt;Well" in ran.html and " of 10" not in ran.text


def test_a_lost_first_line_shows_no_error(shell, scene):
    told = write(played(scene, min))
    ran = Ran(shell, told)
    assert "is missing" in ran.text and "“%%played " in ran.text
    shell.get_parent = lambda: {"metadata": {"cellId": "a"}}
    Ran(shell, f"%%played {SCENE}\n{told}")
    ran = Ran(shell, told)
    del shell.get_parent
    assert f"make “%%played {SCENE}” the first line" in ran.text and FITS in ran.text


def test_a_wrong_or_missing_scene_names_one(shell):
    assert f"“%%played {SCENE}”" in Ran(shell, f"%%played {SCENE[:-1]}\n{PLACEHOLDERS[2]}").text
    assert "which scene you played, such as “%%played " in Ran(shell, f"%%played\n{PLACEHOLDERS[2]}").text


@pytest.mark.parametrize("saved", [[], {"moves": {}}, {"moves": [0], "plays": 7}, {"plays": [[99], None]}])
def test_damaged_memory_stops_nobody(shell, saved):
    memory.save(f"scenes/{SCENE}", saved)
    assert "no finished play yet" in Ran(shell, EMPTY).text


def test_what_was_written_in_a_scene_is_shown_as_the_letters_it_is(shell):
    scene, text = load_scene("the-strap"), "Dear Mr Demir, <script>alert('x')</script> here it is. See you on Monday at four."
    session = Session(scene)
    while not session.over:
        session = session.write(text) if session.turn.write else session.choose(min(session.choices))
        if len(session.moves) == 3 and not session.turn.write:
            session = session.undo().choose(1)
    assert text in session.moves
    memory.save("scenes/the-strap", {"moves": list(session.moves)})
    ran = Ran(shell, "%%played the-strap")
    assert "<script" not in ran.html and "&lt;script&gt;" in ran.html
    assert FITS in Ran(shell, ran.filled).text
