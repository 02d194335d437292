"""A plan read back: a table, what was owed, and a picture in time that says the same in words."""

import re
from datetime import date
from html.parser import HTMLParser

import pytest

from rapport import render
from rapport.assessing import assess
from rapport.reading import read
from rapport.reading.brief import Brief
from rapport.render import words
from rapport.render.days import span_in_words
from rapport.render.plan import owed_lines, plan_html, plan_summary_lines, plan_table_html, plan_text
from rapport.render.timeline import timeline, timeline_sentence, timeline_svg

TODAY = date(2026, 3, 2)
PLAN = """Mon 2 March: bring Ren the willow cuttings I promised.
9 March: thank Olga for the seeds. No answer: once more on 30 March.
11 March: letter to Jan Kos; tell Olga what he says.
Bram Visser when the time is right, no day.
Every Friday: count the pots.
In May: visit Ren.
Piet: not now."""


@pytest.fixture
def meadow() -> Brief:
    """A gardener after a seed swap; nothing of it stands in the course."""
    return Brief(
        id="plan-after-the-swap", kind="follow-up plan", channel="plan", sender="Ines Duarte, a gardener",
        event="a seed swap that ended on Saturday 28 February",
        people=("Bram Visser, a mapmaker", "Olga Petrova, a school cook",
                "Ren Sato, a basket weaver; Ines promised him willow cuttings", "Piet Mol, a baker, met once"),
        owed="Olga's seeds; Olga gave her the name of a well digger, Jan Kos", need="a plot of her own",
        horizon="twelve weeks",
    )


class Reader(HTMLParser):
    """Reads markup back: its words, its tags, and the attributes of its pictures."""

    def __init__(self, page):
        super().__init__()
        self.words, self.open, self.tags, self.pictures = [], [], [], []
        self.feed(page)
        assert self.open == []

    def handle_starttag(self, tag, attributes):
        self.tags.append(tag)
        if tag == "svg":
            self.pictures.append(dict(attributes))
        if tag not in ("br", "rect/", "line"):
            self.open.append(tag)

    def handle_startendtag(self, tag, attributes):
        self.tags.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if "style" not in self.open:
            self.words.append(data)

    @property
    def text(self):
        return re.sub(r"\s+", " ", " ".join(self.words))


@pytest.fixture
def reading(meadow):
    return read(PLAN, meadow, TODAY)


def test_the_table_has_a_row_a_step_with_when_who_and_what(reading):
    page = Reader(plan_table_html(reading))
    assert page.tags.count("tr") == len(reading.plan.steps) + 1 == 8
    assert re.search(r"Mon 2 March Ren Sato Bring Ren the willow cuttings I promised\. gives", page.text)
    assert re.search(r"Mon 9 March Olga Petrova .* thanks if nobody answers: Mon 30 March", page.text)
    assert "every week, from Fri 13 March nobody named" in page.text
    assert "no day yet Bram Visser" in page.text and "May Ren Sato Visit Ren" in page.text
    assert "set aside for now" in page.text


def test_promises_and_loops_are_told_in_words(reading, meadow):
    assert [state for state, _ in owed_lines(reading)] == [words.KEPT, words.CLOSED]
    without = read("Mon 2 March: thank Olga for the seeds\nIn May: visit Ren\n9 March: sleep", meadow, TODAY)
    assert [state for state, _ in owed_lines(without)] == [words.NOT_YET, words.NOT_YET]
    half = read("Mon 2 March: letter to Jan Kos\nIn May: visit Ren\n9 March: sleep", meadow, TODAY)
    assert owed_lines(half)[1][0] == words.HALF
    page = Reader(plan_html(reading)).text
    assert "Kept : your promise to Ren Sato (willow cuttings): Mon 2 March." in page


def test_the_picture_says_the_same_in_a_sentence(reading):
    shown = timeline(reading)
    svg = Reader(timeline_svg(shown))
    label = svg.pictures[0]["aria-label"]
    assert svg.pictures[0]["role"] == "img" and label == timeline_sentence(shown)
    assert label.startswith("Timeline from Sat 28 February to")
    assert "Ren Sato: Mon 2 March; May." in label
    assert "Olga Petrova: Mon 9 March; Mon 30 March, if no answer comes; Wed 11 March." in label
    assert "Bram Visser: no day yet." in label and "every week, from Fri 13 March" in label
    assert "Piet" not in label


def test_the_picture_draws_a_dot_a_day_a_bar_a_span_a_square_without_a_day(meadow):
    def drawn(text):
        svg = timeline_svg(timeline(read(text, meadow, TODAY)))
        kinds = re.findall(r'<(?:circle|rect) class="rapport-(\w+)"', svg)
        return {kind: kinds.count(kind) for kind in set(kinds)}

    assert drawn("2 March: Ren\n9 March: Ren\n11 March: Olga") == {"dot": 3}
    assert drawn("2 March: Ren\nIn May: Olga\n11 March: Olga") == {"dot": 2, "span": 1}
    assert drawn("2 March: Ren\nBram, a letter\n11 March: Olga") == {"dot": 3, "noday": 1}
    assert drawn("2 March: Ren. No answer: again 1 April.\n9 March: Olga\n11 March: Olga") == {"dot": 3, "retry": 1}


def test_every_place_in_the_picture_lies_inside_it(meadow):
    far = "1 January: thank Olga\n2 March: Ren\nIn 2031: Bram\nEvery day: Ren\nnext year: Olga"
    for text in (PLAN, far):
        shown = timeline_svg(timeline(read(text, meadow, TODAY)))
        places = [float(number) for number in re.findall(r'(?:x|x1|x2|cx)="([-\d.]+)%"', shown)]
        assert places and all(0 <= place <= 100 for place in places)


def test_a_page_that_takes_no_drawing_gets_the_rows_in_words(reading):
    page = plan_html(reading, picture=False)
    assert "<svg" not in page and "<li>Ren Sato: Mon 2 March; May</li>" in page


def test_nothing_is_shown_without_a_step(meadow):
    empty = read("...", meadow, TODAY)
    assert (plan_html(empty), plan_table_html(empty), plan_text(empty), plan_summary_lines(empty)) == ("", "", "", [])


def test_hostile_words_stay_words(meadow):
    text = 'Mon 2 March: <script>alert(1)</script> Ren "><img src=x onerror=1>\nWhen <b>Ren</b> answers: Olga\n9 March'
    page = Reader(plan_html(read(text, meadow, TODAY)))
    assert not {"script", "img", "b"} & set(page.tags)
    assert "<script>alert(1)</script>" in page.text


def test_plain_text_is_the_same_every_time_and_says_what_the_table_says(reading, meadow):
    text = plan_text(reading)
    assert text == plan_text(read(PLAN, meadow, TODAY))
    assert text.splitlines()[0] == "Mon 2 March | Ren Sato | Bring Ren the willow cuttings I promised. | gives"
    assert "Kept: your promise to Ren Sato" in text and "Timeline from" in text


def test_a_plans_card_holds_table_and_picture_between_text_and_findings(meadow):
    made = assess(PLAN, meadow, TODAY)
    card = Reader(render.assessment_html(made, PLAN, meadow, today=TODAY))
    order = [card.text.index(part) for part in ("Your text", words.PLAN_HEADING, words.TIMELINE_HEADING)]
    assert order == sorted(order) and card.tags.count("svg") == 1
    plain = render.assessment_text(made, PLAN, meadow, today=TODAY)
    assert "- Ren Sato: Mon 2 March; May" in plain


def test_a_message_and_an_unread_text_have_none(meadow):
    message = Brief(id="a-note", kind="note", channel="email", sender="Ines Duarte", recipient="Ren Sato, a weaver",
                    relationship="friends", facts=("x",), owed="nothing", need="none", can_give=("y",))
    text = "Dear Ren, on 3 March I bring the cuttings. Thank you for the basket. Ines"
    assert "<svg" not in render.assessment_html(assess(text, message, TODAY), text, message, today=TODAY)
    assert "<svg" not in render.assessment_html(assess("", meadow, TODAY), "", meadow, today=TODAY)


@pytest.mark.parametrize(("first", "last", "said"), [
    (date(2026, 5, 1), date(2026, 5, 31), "May"), (date(2026, 6, 1), date(2026, 6, 10), "1 to 10 June"),
    (date(2026, 3, 28), date(2026, 4, 4), "28 March to 4 April"), (date(2026, 3, 2), date(2026, 3, 2), "Mon 2 March"),
])
def test_days_are_told_as_one_says_them(first, last, said):
    assert span_in_words(first, last) == said
