"""Scenes on paper: three sheets, nothing given away on the player's, and a script that leads a person to an end."""

from html.parser import HTMLParser
from itertools import combinations

import pytest
from click.testing import CliRunner

import rapport
from rapport import catalog
from rapport.assessing.model import MESSAGE_CRITERIA, PLAN_CRITERIA
from rapport.cli import main
from rapport.documents import Faulty
from rapport.playing import condition, load_scene, signs
from rapport.playing.pairing import SHORT, pairing, short
from rapport.playing.script import spoken
from rapport.playing.telling import flag_of, name_of, told
from rapport.render.pair_sheet import pair_card, pair_document
from rapport.render.pair_text import sheets_text
from rapport.render.pair_words import sheets

SCENES = sorted(catalog.scene_paths())
STATE = {"trust": 3, "very_late": False, "sent": False}
HOSTILE = "</style><script>alert(1)</script><img src=x onerror=alert(2)> & \"'"


class Page(HTMLParser):
    """The tags of a page and the text of each sheet."""

    def __init__(self, html):
        super().__init__()
        self.tags, self.attributes, self.sheets, self.open = [], [], [], 0
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes += attrs
        if ("class", "rapport-sheet") in attrs:
            self.sheets.append("")

    def handle_data(self, data):
        if self.sheets:
            self.sheets[-1] += data


@pytest.fixture(scope="module", params=SCENES)
def scene(request):
    return load_scene(request.param)


@pytest.fixture(scope="module")
def html(scene):
    return pair_document(scene)


@pytest.fixture(scope="module")
def page(html):
    return Page(html)


@pytest.fixture(scope="module")
def found(scene):
    return pairing(scene)


def squeezed(text):
    return " ".join(text.split())


def test_every_scene_gives_three_sheets_without_script_or_network(page, html):
    assert len(page.sheets) == 3
    assert not {"script", "img", "link", "iframe", "a"} & set(page.tags)
    assert not [name for name, _ in page.attributes if name in ("src", "href", "style") or name.startswith("on")]
    assert "://" not in html and "url(" not in html


def test_the_players_card_hides_what_is_hidden_and_how_it_ends(page, scene):
    player, script, observer = map(squeezed, page.sheets)
    assert squeezed(scene.setting) in player and squeezed(scene.objective) in player
    secrets = [scene.counterpart.hides, scene.counterpart.voice, scene.debrief.thought, scene.debrief.question]
    secrets += [text for turn in scene.turns.values() for text in (turn.cue, turn.says) if text]
    secrets += [choice.say for turn in scene.turns.values() for choice in turn.choices]
    secrets += [line.text for ending in scene.endings.values() for line in spoken(ending.says)]
    secrets += [catalog.mistake(name).title for name in scene.mistakes]
    assert not [secret for secret in secrets if squeezed(secret) in player]
    assert squeezed(scene.counterpart.hides) in script and squeezed(scene.counterpart.hides) in observer


def test_the_script_holds_every_opening_reply_and_ending(page, scene):
    script = squeezed(page.sheets[1])
    replies = [part.reply for turn in scene.turns.values() for part in turn.choices]
    replies += [reply.says for turn in scene.turns.values() for reply in turn.replies]
    told_ = [turn.says for turn in scene.turns.values()] + replies + [end.says for end in scene.endings.values()]
    assert not [line.text for text in told_ for line in spoken(text) if squeezed(line.text) not in script]


def test_every_moment_is_reached_by_its_number_and_an_end_from_each(found, scene):
    moments = {moment.number: moment for moment in found.moments}
    assert sorted(moments) == list(range(1, len(scene.turns) + 1))
    assert [line.text for line in moments[1].opening] == [line.text for line in spoken(scene.turns[scene.start].says)]
    reached, waiting = set(), [1]
    while waiting:
        number = waiting.pop()
        if number not in reached:
            reached.add(number)
            waiting += [answer.then for answer in moments[number].answers if answer.then]
    assert reached == set(moments)
    assert any(answer.then is None for moment in moments.values() for answer in moment.answers)
    assert all(f"go to moment {answer.then}" == answer.onward for moment in moments.values()
               for answer in moment.answers if answer.then)


def test_numbers_and_letters_lead_where_the_scene_leads(found, scene):
    moments = {moment.number: moment for moment in found.moments}
    by_opening = {tuple(spoken(turn.says)): slug for slug, turn in scene.turns.items()}
    for moment in moments.values():
        turn = scene.turns[by_opening[moment.opening]]
        for answer, part in zip(moment.answers, turn.choices or turn.replies, strict=True):
            goal = part.goto or turn.goto
            assert by_opening[moments[answer.then].opening] == goal if answer.then else goal == "end"


def test_whatever_is_counted_can_be_counted(found):
    """Each change names a track or a box that is on the sheet, and every box says which answers tick it."""
    names = {track.name for track in found.tracks} | {tick.name for tick in found.ticks}
    changes = [change for moment in found.moments for answer in moment.answers for change in answer.count]
    assert changes and all(any(name in change for name in names) for change in changes)
    keys = {answer.key: answer for moment in found.moments for answer in moment.answers}
    for tick in found.ticks:
        assert tick.ticked or tick.answers
        assert all(f"tick {tick.name}" in keys[key].count for key in tick.answers)
    assert all(track.low <= track.start <= track.high for track in found.tracks)


def test_no_condition_in_use_is_left_in_its_grammar(found, scene):
    clauses = [answer.only for moment in found.moments for answer in moment.answers if answer.only]
    clauses += [close.when for close in found.closes if close.when]
    clauses += [answer.heard[0].text for moment in found.moments if moment.writing for answer in moment.answers]
    used = [part.condition for turn in scene.turns.values() for part in (*turn.choices, *turn.replies) if part.condition]
    assert len([clause for clause in clauses if clause]) >= len(used)
    assert not [clause for clause in clauses if set("<>=_") & set(clause)]
    labels = [name for name in catalog.labels() if "-" in name]
    assert not [clause for clause in clauses for name in labels if name in clause]


def test_the_observer_has_every_mistake_with_a_line_of_the_scene_and_every_cue(found, page, scene):
    observer = squeezed(page.sheets[2])
    assert all(catalog.mistake(name).title in observer for name in scene.mistakes)
    assert all(squeezed(turn.cue) in observer for turn in scene.turns.values() if turn.cue)
    assert observer.index(squeezed(scene.debrief.question)) < observer.index(squeezed(scene.debrief.thought))
    lines = {choice.mistake: [] for turn in scene.turns.values() for choice in turn.choices}
    for turn in scene.turns.values():
        for choice in turn.choices:
            lines[choice.mistake].append(short(spoken(choice.say, mine=True)))
    assert all(sign.example in lines[name] for name, sign in zip(scene.mistakes, found.signs, strict=True))


def test_plain_text_says_the_same_as_the_page(found, page, scene):
    text = squeezed(sheets_text(scene.title, sheets(found)))
    for moment in found.moments:
        assert f"Moment {moment.number}" in page.sheets[1] and f"Moment {moment.number}" in text
        assert all(f"{answer.key} " in text and squeezed(line.text) in text
                   for answer in moment.answers for line in answer.reply)
    assert squeezed(scene.debrief.thought) in text


def test_what_an_author_writes_is_shown_as_text(gate):
    who = gate.counterpart.model_copy(update={"name": HOSTILE, "hides": HOSTILE, "voice": HOSTILE, "role": HOSTILE})
    turns = {slug: turn.model_copy(update={
        "says": f"({HOSTILE}.) {HOSTILE}", "at": HOSTILE, "cue": HOSTILE,
        "write": turn.write and turn.write.model_copy(update={"prompt": HOSTILE}),
        "choices": tuple(one.model_copy(update={"say": HOSTILE, "reply": HOSTILE}) for one in turn.choices),
        "replies": tuple(one.model_copy(update={"says": HOSTILE}) for one in turn.replies),
    }) for slug, turn in gate.turns.items()}
    endings = {slug: one.model_copy(update={"says": HOSTILE}) for slug, one in gate.endings.items()}
    debrief = gate.debrief.model_copy(update={"thought": HOSTILE, "question": HOSTILE})
    changes = {"title": HOSTILE, "setting": HOSTILE, "objective": HOSTILE, "counterpart": who, "turns": turns,
               "endings": endings, "debrief": debrief, "meters": {"trust": HOSTILE}}
    scene = gate.model_copy(update=changes)
    for html in (pair_document(scene), pair_card(scene).html):
        page = Page(html)
        assert not {"script", "img"} & set(page.tags)
        assert not [name for name, _ in page.attributes if name.startswith("on")]
        assert all(squeezed(HOSTILE) in squeezed(sheet) for sheet in page.sheets) and len(page.sheets) == 3


@pytest.mark.parametrize("when, said", [
    ("trust >= 4", "Trust is 4 or more"),
    ("not trust >= 4", "Trust is below 4"),
    ("trust == -1", "Trust is exactly −1"),
    ("not very_late and sent", "“very late” is not ticked, and “sent” is ticked"),
    ("not (sent or trust > 2)", "“sent” is not ticked, and Trust is 2 or less"),
    ("not not sent", "“sent” is ticked"),
    ("sent or very_late and trust < 2", "“sent” is ticked, or both “very late” is ticked and Trust is below 2"),
    ("sent and (very_late or trust < 2)", "“sent” is ticked, and either “very late” is ticked or Trust is below 2"),
    ("close == 0", "it does not say what happens next"),
    ("pressure or no-thanks", "it pushes, or it does not say thank you for the help that was given"),
    ("not pressure", "it is not so that it pushes"),
    ("close <= 1", "it is not so that it says on which day something happens next"),
    ("close > 2", "this cannot be"),
])
def test_conditions_are_told_in_plain_words(when, said):
    assert told(condition.parse(when), STATE) == said


def test_every_label_and_every_set_of_points_has_words():
    assert set(signs.LABELS) == set(catalog.labels())
    assert set(signs.CRITERIA) == {*MESSAGE_CRITERIA, *PLAN_CRITERIA}
    for name in signs.CRITERIA:
        sets = [frozenset(grades) for size in range(3) for grades in combinations(range(3), size)]
        assert len({signs.criterion(name, grades) for grades in sets}) == len(sets)


def test_a_label_without_words_is_told_by_its_mistake(monkeypatch):
    monkeypatch.delitem(signs.LABELS, "pressure")
    assert catalog.mistake("presuming-help").title in signs.label("pressure")


@pytest.mark.parametrize("text, cut", [
    ("One. Two.", "“One. Two.”"),
    ("I will bring it. " + "Long " * 20, "“I will bring it. …”"),
    ("Long " * 20, "“Long Long Long Long …”"),
])
def test_a_long_line_is_cut_after_a_sentence_or_a_word(text, cut):
    from rapport.render.pair_text import in_print

    assert " ".join(map(in_print, short(spoken(text, mine=True), 24))) == cut


def test_a_cut_line_is_never_empty_and_never_long(scene):
    for turn in scene.turns.values():
        for choice in turn.choices:
            lines = short(spoken(choice.say, mine=True))
            assert lines and sum(len(line.text) for line in lines) <= SHORT + len(" …") * len(lines)


def test_a_hint_is_told_where_the_message_must_take_it_up():
    hints = [moment.hint for moment in pairing(load_scene("wants-to-connect")).moments if moment.writing]
    assert hints and hints[0] and not [m.hint for m in pairing(load_scene("the-strap")).moments if m.hint]


def test_a_mistake_that_can_only_be_written_brings_its_advice(gate):
    sign = pairing(gate).signs[1]
    assert (sign.moment, sign.title) == (0, catalog.mistake("presuming-help").title)
    assert sign.example[0].text == catalog.mistake("presuming-help").advice


def test_a_scene_without_end_is_refused_with_a_remedy(gate_file):
    scene = load_scene(gate_file('effect: {trust: +1}, reply: Friday., goto: end', 'reply: Friday., goto: again'))
    with pytest.raises(Faulty, match="rapport check"):
        pairing(scene)


def test_the_command_writes_the_file_and_says_where(tmp_path):
    file = tmp_path / "strap.html"
    result = CliRunner().invoke(main, ["pair", "the-strap", "-o", str(file)])
    assert result.exit_code == 0 and str(file) in result.stdout
    assert file.read_text(encoding="utf-8") == pair_document(load_scene("the-strap"))


def test_the_command_takes_a_file_and_names_the_sheet_after_the_scene(gate_file, tmp_path, monkeypatch):
    path = gate_file()
    monkeypatch.chdir(tmp_path)
    assert CliRunner().invoke(main, ["pair", str(path)]).exit_code == 0
    assert (tmp_path / "gate-pair.html").is_file()


def test_the_command_names_the_nearest_scene():
    result = CliRunner().invoke(main, ["pair", "the-strop"])
    assert result.exit_code == 2 and "the-strap" in result.stderr


def test_in_a_notebook_the_sheets_are_closed():
    card = rapport.pair("the-strap")
    page = Page(card.html)
    assert page.tags.count("details") == page.tags.count("summary") == 3
    assert "open" not in dict(page.attributes)
    assert "Moment 1" in card.text and "Moment 1" in page.sheets[1]


def test_a_wrong_name_in_a_notebook_gets_one_sentence():
    assert "the-strap" in rapport.pair("the-strop").text


def test_names_on_paper_read_as_words():
    assert (name_of("very_late"), flag_of("very_late")) == ("Very late", "“very late”")
