"""The judgement of a draft: direction, invariance, and what is only suspected."""

from datetime import date

import pytest

from rapport import catalog
from rapport.assessing import assess, judging
from rapport.assessing.messages import criteria
from rapport.estimating.estimate import Estimate
from rapport.estimating.weights import KINDS, weights
from rapport.reading import read
from rapport.reading.brief import brief

TODAY = date(2026, 3, 8)
GOOD = ("Dear Hannah, thank you for offering to show me the store rooms. "
        "Here is the link to the contrast checker, as I promised. "
        "I have written a free page on the three worst barriers of your ticket site, and it is attached for you. "
        "After your grant report is in, shall I ring you in the first week of April to find a day? Leo")
POOR = "Hi Hannah, could you recommend me to all your museums this week? I really need clients, the rent is due. Leo"
PLAN = ("Mon 9 March: send Dana the county data link, as I promised\n"
        "Tue 10 March: thank Fatima for her offer, fix half an hour\n"
        "Thu 12 March: write to Greg Hall\nMon 16 March: tell Elena what Greg said, and thank her\n"
        "Mon 30 March: send Will the rain forecast and ask how the crop stands\n20 April: Dana, did the data help?\n"
        "If somebody does not answer: one short note after two weeks")


def message(text):
    return assess(text, brief("after-the-event"), TODAY)


def labels(found, sure=None):
    return {f.label for f in found.findings if sure is None or f.sure == sure}


def test_a_good_message_and_a_good_plan_score_high_with_nothing_stated():
    for found in (message(GOOD), assess(PLAN, brief("plan-after-conference"), TODAY)):
        assert found.score >= 9 and not labels(found, sure=True) and found.sure


def test_a_poor_message_scores_low_and_says_what_is_wrong():
    found = message(POOR)
    assert found.score <= 3
    assert {"taking-first", "needs-first", "cold-favour", "no-thanks"} <= labels(found)


def test_without_its_thanks_for_real_help_a_message_loses_courtesy_and_is_asked():
    whole = ("Dear Beatriz, thank you so much for the number of Otto Brandl. I met him on Wednesday. "
             "I will bring a new wheel on Friday. Farid")
    thanked = assess(whole, brief("the-name-for-the-stall"), TODAY)
    bare = assess(whole.replace("thank you so much for the number of Otto Brandl. I met him", "I met Otto Brandl"),
                  brief("the-name-for-the-stall"), TODAY)
    assert "no-thanks" in labels(bare) and "no-thanks" not in labels(thanked)
    assert bare.criteria["courtesy"] < thanked.criteria["courtesy"]


def test_a_greeting_to_anybody_is_beyond_doubt_unless_the_recipient_is_named_beside_it():
    def certain(greeting):
        text = f"{greeting} thank you for the tour. I can send you our list on Friday. Leo"
        return {finding.label for finding in judging.findings(read(text, brief("after-the-event"), TODAY), certain=True)}

    assert certain("Dear Sir or Madam,") == certain("Hi {first_name}, dear Hannah,") == {"mass-blast"}
    assert certain("Hi all, as the tool says, dear Hannah [first name],") == {"mass-blast"}
    assert not certain("To whom it may concern, as our form has it, but it concerns you, Hannah:")


def test_without_its_day_the_close_falls():
    open_end = message(GOOD.replace("in the first week of April ", "").replace("After your grant report is in, ", ""))
    assert (open_end.criteria["close"], message(GOOD).criteria["close"]) == (1, 2)


@pytest.mark.parametrize(("old", "new"), [
    ("three worst barriers", "three worst bariers"), ("I have written", "I has write"),
    ("is attached", "be attached"),
    ("Hannah", "hannah"), ("for offering", "for offerring"), ("’", "'"),
])
def test_grammar_spelling_and_case_change_nothing(old, new):
    assert message(GOOD.replace(old, new)).criteria == message(GOOD).criteria


def test_a_plan_without_its_dates_falls():
    bare = "\n".join(line.split(": ", 1)[-1] for line in PLAN.split("\n"))
    undated = assess(bare, brief("plan-after-conference"), TODAY)
    assert "no-dates" in labels(undated, sure=True) and undated.criteria["when"] == 0


def test_the_rules_see_that_a_promise_is_left_out_of_a_plan():
    without = PLAN.split("\n", 1)[1].replace("20 April: Dana, did the data help?\n", "")
    for text, kept in ((PLAN, True), (without, False)):
        found, _ = judging.by_rules(read(text, brief("plan-after-conference"), TODAY))
        assert ("broken-promise" in found) is not kept


def test_what_is_only_suspected_lowers_no_criterion(monkeypatch):
    reading = read(GOOD, brief("after-the-event"), TODAY)
    plain = message(GOOD)
    extra = tuple(judging._finding(spot, "pressure", "presuming-help", GOOD) for spot in [_suspicion()])
    monkeypatch.setattr(judging, "findings", lambda reading, certain=False: () if certain else extra)
    assert message(GOOD).criteria == plain.criteria
    assert criteria(reading, frozenset({"pressure"}))["courtesy"][0] < plain.criteria["courtesy"]


def _suspicion():
    from rapport.mistakes import Spot
    return Spot(0, 4, "why", "try", sure=False)


def test_labels_of_the_other_kind_never_run():
    kinds = {(s.label, s.kind) for m in catalog.mistakes().values() for s in m.spotters}
    for text in (GOOD, POOR, PLAN):
        for name in ("after-the-event", "plan-after-conference"):
            found = assess(text, brief(name), TODAY)
            assert all((f.label, found.kind) in kinds for f in found.findings)


def test_the_score_is_the_sum_and_every_criterion_gives_its_reason():
    for found in (message(GOOD), message(POOR), assess(PLAN, brief("plan-after-conference"), TODAY)):
        assert found.score == sum(found.criteria.values()) and set(found.reasons) == set(found.criteria)
        assert all(reason.endswith(".") for reason in found.reasons.values())


def test_advice_names_this_recipient_and_what_the_brief_gives():
    found = {f.label: f for f in message(POOR).findings}
    assert "Hannah" in found["taking-first"].why and "one-page note" in found["taking-first"].try_
    assert "store rooms" in found["no-thanks"].why


def test_a_list_of_cue_words_earns_little():
    found = message(
        "Dear Hannah, thank you, grateful, appreciate. I give. I offer. Next step: Friday. No pressure. Leo"
    )
    assert found.criteria["reason"] <= 1 and found.score <= 5


def test_an_ordinary_draft_is_judged_quickly():
    import time
    times = []
    for _ in range(20):
        started = time.perf_counter()
        message(GOOD)
        times.append(time.perf_counter() - started)
    assert sorted(times)[10] < 0.1


@pytest.mark.parametrize("likely, sure", [(0.05, True), (0.1, False), (0.49, False), (0.5, None)])
def test_what_only_a_spotter_sees_is_held_against_the_marks(likely, sure):
    reading = read("Dear Hannah, thank you for offering me the store rooms. I will ring you on Friday. Leo",
                   brief("after-the-event"), TODAY)
    rules = judging.findings(reading)
    told = Estimate({}, {}, ({"L": 0.01}, {"L": likely}), (0, 0))
    found = {finding.label: finding.sure for finding in judging.weighed(reading, rules, told)}
    assert found.get("broken-promise") is sure


@pytest.mark.parametrize("kind", KINDS)
def test_marks_speak_against_spotters_where_the_weights_know_the_mark_and_not_the_label(kind):
    known = {name.removeprefix("label ") for name in weights(kind).forest.names}
    for mistake in catalog.mistakes().values():
        for spotter in mistake.spotters:
            if spotter.kind == kind and spotter.unless:
                assert spotter.label not in known and set(spotter.unless) <= set(weights(kind).marks.names)
