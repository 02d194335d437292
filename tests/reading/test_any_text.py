"""No text makes the reader raise, and none keeps it long."""

import random
import time
from datetime import date

import pytest

from rapport.assessing import assess
from rapport.reading import read
from rapport.reading.reader import COPIED, EMPTY, FOREIGN, LONG, WORDLESS

TODAY = date(2026, 11, 18)
ODD = ("\ud800", "\x00", "\u200b\u200b", "🙂🎉🙂", "\u202eعربي", "]]]](((", "{{x}}", "%s %d {0}", "<b>hi</b>",
       "1/1/1/1/1", "?" * 500,
       "a" * 5000, "99999999999999999999 days", "in 999 years", "31/31", "٣ ٤ days", "²nd of May", "Dear \ud800,")


@pytest.mark.parametrize("text", ODD)
def test_odd_text_is_answered(ferry, harvest, text):
    for brief in (ferry, harvest):
        found = assess(text, brief, TODAY)
        assert 0 <= found.score <= 10
        assert all(text[f.start:f.end] == f.quote for f in found.findings)


def test_random_text_is_answered_the_same_way_twice(ferry, harvest):
    chance = random.Random(7)
    pools = ("abc defg\n.,!?'’“-–:;/0123456789", "".join(map(chr, range(0x20, 0x2FF))),
             "".join(map(chr, range(0xD7F0, 0xD810))),
             "🙂\u200d\u202e\x00\r\t\x85\u2028éßİıΩж中")
    words = "could you please send by friday thank the 9th of may in two weeks ask again if no reply dear".split()
    for turn in range(150):
        pool = chance.choice(pools)
        noise = ["".join(chance.choices(pool, k=6)) for _ in range(40)]
        parts = [chance.choice(words) if chance.random() < 0.5 else piece for piece in noise]
        text = chance.choice((" ", "\n", "")).join(parts)
        brief = (ferry, harvest)[turn % 2]
        assert assess(text, brief, TODAY) == assess(text, brief, TODAY)


@pytest.mark.parametrize("text", [
    "", " \n\t", "Write your message here.", "Write your plan here, one step a line.\n", "\u200b",
])
def test_an_untouched_answer_is_empty(ferry, harvest, text):
    for brief in (ferry, harvest):
        found = assess(text, brief, TODAY)
        assert (found.score, found.findings, found.sure, found.notice) == (0, (), True, EMPTY)


@pytest.mark.parametrize(("text", "notice"), [
    ("🙂 🎉", WORDLESS),
    ("Sehr geehrter Herr Zielinski, vielen herzlichen Dank für das Gespräch am Hafen. "
     "Ich schicke Ihnen morgen gern unsere Zahlen.", FOREIGN),
    ("Estimado Piotr, muchas gracias por la conversación del miércoles; "
     "mañana le mando las medidas del banco de arena.", FOREIGN),
])
def test_what_cannot_be_read_says_so_and_is_left_to_a_person(ferry, text, notice):
    found = assess(text, ferry, TODAY)
    assert found.notice == notice and not found.sure and found.score <= 5


def test_a_pasted_brief_earns_little_and_says_why(ferry):
    found = assess(". ".join((*ferry.facts, ferry.owed, *ferry.can_give)), ferry, TODAY)
    assert found.notice == COPIED and not found.sure and found.score <= 5


def test_a_very_long_text_is_read_in_part_and_fast(ferry, harvest):
    once = "Could you send me the chart by Friday? Thank you for the number of Ulla. I can bring readings. "
    text = (once * 1100)[:100_000]
    for brief in (ferry, harvest):
        started = time.perf_counter()
        found = assess(text, brief, TODAY)
        assert time.perf_counter() - started < 3  # one second alone on a desk machine; shared runners are slower
        assert found.notice in (LONG, COPIED) and not found.sure


def test_today_changes_only_dates(ferry):
    one, other = (read("I will come on Friday.", ferry, day) for day in (date(2026, 1, 1), date(2026, 6, 1)))
    assert one.acts == other.acts and one.whens != other.whens
