"""What learners see: whole, escaped, the same every time, and kind where the reader is not sure."""

import re
from html.parser import HTMLParser

import pytest

from rapport import catalog, render
from rapport.assessing.model import MESSAGE_CRITERIA, Assessment, Finding
from rapport.mistakes import UNITS
from rapport.reading.brief import Brief, brief
from rapport.render import words
from rapport.render.changes import Earlier, word_changes
from rapport.render.course import lessons
from rapport.render.length import is_too_long, length_line
from rapport.render.marks import numbered, pieces
from rapport.render.markup import style
from rapport.research import evidence_for

TEXT = "Hi Hannah,\n\nI need clients, so\nintroduce me to <b>all</b> members. Let us keep in touch.\nLeo"
VOID = {"br"}


class Reader(HTMLParser):
    """Reads a page back: its words, and whether every tag is closed in order."""

    def __init__(self, page):
        super().__init__()
        self.words, self.open, self.tags = [], [], []
        self.feed(page)

    def handle_starttag(self, tag, attributes):
        self.tags.append(tag)
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if "style" not in self.open:
            self.words.append(data)

    @property
    def text(self):
        return re.sub(r"\s+", " ", "".join(self.words))


@pytest.fixture
def situation():
    return brief("after-the-event")


def finding(label="no-next-step", mistake="no-clear-ask", quote="keep in touch", sure=True, at=None, **said):
    start = TEXT.index(quote) if at is None else at
    return Finding(label, mistake, sure, quote, start, start + len(quote), said.get("why", "Nobody knows when."),
                   said.get("try_", "Name a day."))


def assessment(*findings, values=(1, 0, 0, 0, 2), sure=True, notice="", reasons=None):
    reasons = reasons or {"reason": "you say where you met"}
    return Assessment("message", dict(zip(MESSAGE_CRITERIA, values)), reasons, findings, sure, notice)


def seen(page):
    reader = Reader(page)
    assert reader.open == []
    return reader.text


def test_score_criteria_and_reasons_are_in_words(situation):
    made = assessment()
    for shown in (seen(render.assessment_html(made, TEXT, situation)), render.assessment_text(made, TEXT, situation)):
        assert "3 of 10" in shown
        assert re.search(r"Why this person: +partly\. +You say where you met\.", shown)
        assert re.search(r"What happens next: +not yet\.", shown)
        assert re.search(r"Warmth and thanks: +done well\.", shown)


def test_a_finding_shows_words_reason_and_a_better_move(situation):
    title = catalog.mistake("no-clear-ask").title
    made = assessment(finding())
    for shown in (seen(render.assessment_html(made, TEXT, situation)), render.assessment_text(made, TEXT, situation)):
        assert title in shown and "“keep in touch”" in shown
        assert "Nobody knows when." in shown and "Try: Name a day." in shown


def test_an_absent_thing_says_so(situation):
    shown = render.assessment_text(assessment(finding("no-thanks", "no-thanks", "", at=11)), TEXT, situation)
    assert "(missing)" in shown


def test_a_suspicion_is_a_question_under_its_own_heading(situation):
    made = assessment(finding(sure=False, why="Is there a day?"), finding("conduit", "people-as-conduits", "members"))
    shown = seen(render.assessment_html(made, TEXT, situation))
    sure, unsure = shown.split(words.UNSURE_HEADING)
    assert "Could this be “" in unsure and "If so, try: Name a day." in unsure
    assert "Could this be" not in sure.split(words.SURE_HEADING)[1]


def test_an_unsure_reading_is_left_to_a_person(situation):
    doubtful = assessment(sure=False)
    assert words.UNSURE in seen(render.assessment_html(doubtful, TEXT, situation))
    assert words.UNSURE in render.assessment_text(doubtful, TEXT, situation)
    assert words.UNSURE not in render.assessment_text(assessment(), TEXT, situation)


def test_a_text_that_could_not_be_read_gets_the_notice_and_no_score(situation):
    made = assessment(values=(0,) * 5, notice="This is not in English.")
    for shown in (seen(render.assessment_html(made, TEXT, situation)), render.assessment_text(made, TEXT, situation)):
        assert "This is not in English." in shown and "of 10" not in shown


def test_nothing_found_is_said_plainly(situation):
    assert words.NOTHING_FOUND in render.assessment_text(assessment(), TEXT, situation)
    assert words.NOTHING_FOUND not in render.assessment_text(assessment(finding()), TEXT, situation)


def test_hostile_text_is_shown_and_never_becomes_markup(situation):
    hostile = "<script>alert(1)</script> \"><img src=x onerror=alert(1)> &amp; '"
    bad = Finding("x", "<i>no</i>", True, hostile, 0, len(hostile), hostile, hostile)
    made = assessment(bad, notice=hostile, reasons={"reason": hostile})
    page = render.assessment_html(made, hostile, situation, Earlier("<script>before</script>", made))
    reader = Reader(page)
    assert not {"script", "img"} & set(reader.tags)
    assert reader.tags.count("i") == 2 * len(MESSAGE_CRITERIA), "the bars' own and no other"
    assert reader.text.count("<script>alert(1)</script>") >= 4
    evil = Brief("x", "k", hostile, hostile, recipient=hostile, facts=(hostile,), title=hostile)
    assert set(Reader(render.brief_html(evil)).tags) <= {"section", "style", "h4", "dl", "dt", "dd", "ul", "li"}


def test_a_page_fetches_nothing(situation):
    pages = [
        render.assessment_html(assessment(finding()), TEXT, situation), render.brief_html(situation),
        render.evidence_html(catalog.mistake("no-follow-up")), render.course_map().html,
    ]
    for page in pages:
        assert not re.search(r"https?:|//|url\(|@import|src=|javascript:", page.replace("/*", "").replace("*/", ""))


def test_the_style_reaches_nothing_outside_its_own_card():
    rules = re.sub(r"/\*.*?\*/", "", style(), flags=re.DOTALL)
    for selectors in re.findall(r"(?:^|[{}])\s*([^{}@]+?)\s*\{", rules):
        assert all(".rapport" in selector for selector in selectors.split(",")), selectors


def channel(value):
    value /= 255
    return value / 12.92 if value <= 0.03928 else ((value + 0.055) / 1.055) ** 2.4


def luminance(colour):
    red, green, blue = (channel(int(colour[at:at + 2], 16)) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
def test_words_stand_out_from_every_ground_as_wcag_aa_asks(scheme):
    pairs = dict(re.findall(r"--rapport-([\w-]+): .*?light-dark\((#\w{6}, #\w{6})\)", style()))
    colours = {name: pair.split(", ")[scheme] for name, pair in pairs.items()}
    grounds = {"ink": ["paper", "mark", "mark-unsure", "added", "removed"]}
    grounds |= {name: ["paper"] for name in ("soft", "accent", "good", "part")}
    for ink, papers in grounds.items():
        for paper in papers:
            light, dark = sorted((luminance(colours[ink]), luminance(colours[paper])), reverse=True)
            assert (light + 0.05) / (dark + 0.05) >= 4.5, (ink, paper)


def test_pieces_join_to_the_text_and_overlaps_share_them():
    first, second = finding("a", "a", "introduce me to <b>all</b>"), finding("b", "b", "<b>all</b> members")
    found = pieces(TEXT, [second, first, finding("c", "c", "", at=0)])
    assert "".join(piece.text for piece in found) == TEXT
    assert [piece.numbers for piece in found if piece.text == "<b>all</b>"] == [(2, 3)]
    assert [piece.ending for piece in found if piece.ending] == [(1,), (2,), (3,)]


def test_places_outside_the_text_do_not_break_it(situation):
    wild = Finding("a", "a", True, "x", 500, 900, "why", "try")
    assert "".join(piece.text for piece in pieces("short", [wild])) == "short"
    assert "[1]" in seen(render.assessment_html(assessment(wild), "short", situation))


def test_sure_findings_are_counted_first():
    order = [found.label for _, found in numbered([finding("late", quote="touch"), finding("q", quote="Hi", sure=False),
                                                   finding("early", quote="need")])]
    assert order == ["early", "late", "q"]


def test_line_ends_survive_without_a_style(situation):
    page = render.assessment_html(assessment(), TEXT, situation)
    assert "Hi Hannah,<br>\n<br>\nI need" in page


def test_what_changed_since_the_last_version(situation):
    before = Earlier(TEXT, assessment(finding(), finding("pressure", "presuming-help", "need")))
    after = TEXT.replace("Let us keep in touch.", "Shall I ring on Tuesday?")
    now = assessment(finding("no-thanks", "no-thanks", "", at=0), values=(1, 1, 2, 2, 2))
    page = render.assessment_html(now, after, situation, before)
    for shown in (seen(page), render.assessment_text(now, after, situation, before)):
        assert "The score went from 3 to 8 of 10." in shown
        assert f"New: {catalog.mistake('no-thanks').title}." in shown
        gone = shown.split("No longer there: ")[1]
        assert catalog.mistake("no-clear-ask").title in gone and catalog.mistake("presuming-help").title in gone
    assert "[removed: Let us keep in touch.]" in Reader(page).text
    assert "[added: Shall I ring on Tuesday?]" in Reader(page).text


def test_word_changes_rebuild_both_versions():
    before, after = "one two three\nfour", "one 2 three four five"
    changes = word_changes(before, after)
    assert "".join(text for kind, text in changes if kind != "removed").split() == after.split()
    assert "".join(text for kind, text in changes if kind != "added").split() == before.split()


def test_very_long_texts_are_not_compared():
    assert word_changes("a " * 4000, "b") == []


def test_the_same_input_gives_the_same_output(situation):
    made = assessment(finding(), finding("conduit", "people-as-conduits", "members", sure=False), sure=False)
    pages = {render.assessment_html(made, TEXT, situation) for _ in range(3)}
    assert len(pages) == 1


def test_one_line_for_those_who_listen():
    assert render.summary(assessment()) == "3 of 10, nothing to look at."
    assert render.summary(assessment(finding())) == "3 of 10, one thing to look at."
    assert render.summary(assessment(finding(), finding(sure=False))) == "3 of 10, one thing to look at, one question."
    assert render.summary(assessment(finding(sure=False))) == "3 of 10, one question."


def test_length_is_told_in_words(situation):
    assert length_line("one two", situation) == "2 of at most 150 words"
    assert length_line("w " * 151, situation).endswith("1 word too many") and is_too_long("w " * 151, situation)
    note = Brief("x", "k", "note", "me", limit_chars=5)
    assert length_line("abcdefg", note) == "7 of at most 5 characters: 2 characters too many"
    assert length_line("one", Brief("x", "k", "note", "me")) == "1 word"


def test_the_brief_shows_what_the_learner_needs(situation):
    for shown in (seen(render.brief_html(situation)), render.brief_text(situation)):
        for part in ("Leo Marchetti", "Hannah Brandt", "forty minutes", "screen readers", "radio-drama archive",
                     "store rooms", "contrast-checker link", "at most 150 words"):
            assert part in shown
    plan = brief("plan-after-conference")
    assert all(person in render.brief_text(plan) for person in plan.people)


def test_the_hidden_cue_of_a_brief_is_never_shown():
    secret = Brief("x", "k", "note", "me", recipient="you", cue="she avoids the subject")
    assert "avoids" not in render.brief_html(secret) + render.brief_text(secret)


def test_evidence_shows_both_sides_and_every_caution():
    mistake = catalog.mistake("no-follow-up")
    for shown in (seen(render.evidence_html(mistake)), render.evidence_text(mistake)):
        assert "Research supports this advice." in shown and mistake.bottom_line in shown
        assert "Supports the advice:" in shown and "Limits it:" in shown
        assert "10.1016/S0378-8733(02)00017-5" in shown
        assert all(caution in shown for found in evidence_for(mistake.id) for caution in found.cautions)
        assert "No study that we found says which interval is best." in shown


@pytest.mark.parametrize("name", sorted(catalog.mistakes()))
def test_every_mistake_has_an_evidence_box_and_a_card(name):
    mistake = catalog.mistake(name)
    assert mistake.bottom_line in seen(render.evidence_html(mistake))
    assert mistake.advice in seen(render.mistake_card(mistake).html)


def test_the_map_names_every_mistake_and_links_the_lessons_there_are():
    made = render.course_map()
    shown = seen(made.html)
    assert all(mistake.title in shown and mistake.title in made.text for mistake in catalog.mistakes().values())
    assert all(words.UNITS[unit] in shown for unit in UNITS)
    links = re.findall(r'href="([^"]+)"', made.html)
    assert set(lessons().values()) <= set(links) and len(links) == len(set(links))
    assert [link for link in links if link in lessons().values()] == list(lessons().values())


def test_a_lesson_on_the_map_is_a_file_that_is_there():
    names = {path.name for path in catalog.lesson_paths().values()}
    assert lessons() and set(lessons().values()) <= names


def test_a_card_is_its_text_outside_a_notebook(situation):
    card = render.brief_card(situation)
    assert repr(card) == card.text == card._repr_mimebundle_()["text/plain"]
