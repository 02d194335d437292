"""Many drafts, one line each: results in order, and faults that stop nothing."""

import json
from datetime import date

from rapport.assessing.batch import BadLine, assess_lines
from rapport.reading.brief import brief

BRIEFS = {"after-the-event": brief("after-the-event"), "plan-after-conference": brief("plan-after-conference")}
TODAY = date(2026, 3, 8)


def line(**row):
    return json.dumps(row)


def test_results_come_in_order_with_every_field():
    rows = [line(id="b", brief="after-the-event", text="Dear Hannah, hello."), "",
            line(id="a", brief="plan-after-conference", text="Monday: Dana"),
            line(id=3, brief="after-the-event", text="")]
    found = list(assess_lines(rows, BRIEFS, TODAY))
    assert [result["id"] for result in found] == ["b", "a", 3]
    for result in found:
        assert list(result) == ["id", "criteria", "score", "sure", "mistakes"]
        for mistake in result["mistakes"]:
            assert set(mistake) == {"label", "mistake", "sure", "quote", "start", "end", "why", "try"}
    assert json.loads(json.dumps(found)) == found


def test_a_bad_line_is_told_with_its_number_and_the_rest_goes_on():
    rows = ["{", "[]", line(id=1, text="x"), line(id=1, brief="after-the-evnt", text="x"),
            line(id=1, brief="after-the-event", text=5), "[" * 3000,
            line(id="ok", brief="after-the-event", text="Hi Hannah")]
    *faults, good = assess_lines(rows, BRIEFS, TODAY)
    assert all(isinstance(fault, BadLine) for fault in faults) and [f.line for f in faults] == [1, 2, 3, 4, 5, 6]
    assert "“brief” is missing" in str(faults[2]) and "after-the-event" in faults[3].message
    assert good["id"] == "ok"


def test_it_reads_line_by_line():
    def endless():
        while True:
            yield line(id=1, brief="after-the-event", text="Hi Hannah")
    assert next(assess_lines(endless(), BRIEFS, TODAY))["id"] == 1
