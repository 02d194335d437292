"""Who is right? without a browser: messages in, the view out, and what is kept."""

import datetime
import json

import pytest

import rapport
from rapport import memory, research
from rapport.dilemmas import Dilemma, every_dilemma, load_dilemma
from rapport.dilemmas.positions import LONGEST, NO_CHOICE, NO_LINE, THE_SAME, TOO_LONG
from rapport.render import Card
from rapport.widgets.dilemma import RESUMED, DilemmaWidget
from rapport.widgets.step_part import UNSAVED

DAY = datetime.date(2026, 11, 21)


@pytest.fixture
def all_of_them():
    return every_dilemma()


@pytest.fixture
def widget(all_of_them):
    return DilemmaWidget(all_of_them, lambda: DAY)


def send(widget, do, **content):
    """What the page sends; it says which step it was showing."""
    widget._handle_custom_msg({"do": do, "step": widget.view["step"], **content}, [])
    return widget.view


def commit(widget, choice="a", sure="guess", on=""):
    return send(widget, "commit", choice=choice, sure=sure, on=on)


def answer_all(widget, choice="a"):
    for one in widget.dilemmas:
        view = commit(widget, choice, "fairly", "on the day")
        assert view["told"]["title"] == research.tension(one.tension).title
        view = send(widget, "next")
    return view


def test_every_tension_is_asked_about_in_its_order(all_of_them):
    assert [one.tension for one in all_of_them] == list(research.tensions()) and len(all_of_them) == 14


def test_the_first_situation_is_shown_with_three_answers(widget, all_of_them):
    view, first = widget.view, all_of_them[0]
    assert view["heading"] == "Question 1 of 14" and view["asked"]["situation"] == first.situation
    assert [one["label"] for one in view["asked"]["options"]] == [first.option_a, first.option_b, "It depends"]
    assert [one["letter"] for one in view["asked"]["options"]] == ["A", "B", ""]
    assert [one["label"] for one in view["asked"]["sureness"]] == ["A guess", "Fairly sure", "Very sure"]


def test_nothing_of_either_side_is_in_the_view_before_the_learner_has_committed(widget, all_of_them):
    for one in all_of_them:
        shown, tension = json.dumps(widget.view, ensure_ascii=False), research.tension(one.tension)
        hidden = (tension.title, tension.side_a.says, tension.side_b.says, tension.suggested_reading, one.later)
        assert not any(text in shown for text in (*hidden, *(found.bears for found in tension.research)))
        commit(widget)
        send(widget, "next")


def test_then_come_both_sides_with_sources_research_with_every_caution_and_our_reading(widget, all_of_them):
    for one in all_of_them:
        told, tension = commit(widget)["told"], research.tension(one.tension)
        assert [side["says"] for side in told["sides"]] == [tension.side_a.says, tension.side_b.says]
        titles = {research.sources()[key].title for key, _ in tension.side_b.sources}
        assert all(title in told["sides"][1]["source"] for title in titles)
        assert [found["bears"] for found in told["findings"]] == [found.bears for found in tension.research]
        for found, shown in zip(tension.research, told["findings"]):
            assert found.citation in shown["source"] and f"What we read: {found.read_as}" in shown["source"]
            assert shown["care"] == [f"Take care: {caution}" for caution in found.cautions]
        assert [part["text"] for part in told["ours"]] == [tension.suggested_reading, one.later]
        assert all("not a finding" in part["note"] for part in told["ours"])
        send(widget, "next")


def test_what_is_disputed_or_narrow_is_never_shown_bare():
    told = json.dumps([research.tension(key).research for key in research.tensions()], default=lambda one: vars(one))
    assert "casciaro2014" in told
    for key, ref, words in (("select-for-use-or-not-as-means", "casciaro2014", "Disputed"),
                            ("few-or-many", "rajkumar2022", "the weakest ties did best"),
                            ("strangers", "roghanizad2017", "45 people")):
        found = next(one for one in research.tension(key).research if one.ref == ref)
        assert words in " ".join(found.cautions)


def test_a_measure_is_explained_where_it_stands(all_of_them):
    told = DilemmaWidget((load_dilemma("follow-up-timing"),)), DilemmaWidget((load_dilemma("tools"),))
    notes = [commit(widget)["told"]["footnotes"] for widget in told]
    assert "standard deviations" in notes[0][0] and notes[1] == []


def test_the_learner_reads_what_they_said(widget):
    told = commit(widget, "b", "very")["told"]
    assert told["heading"] == "You took B, and you were very sure." and told["said"] == []
    send(widget, "next")
    told = commit(widget, "depends", "guess", "on  the\nweather")["told"]
    assert told["heading"] == "You said that it depends, and it was a guess."
    assert told["said"] == ["On what? “on the weather”"]


@pytest.mark.parametrize("choice, sure, on, error", [
    ("depends", "very", "  \n", NO_LINE), ("depends", "very", None, NO_LINE), ("c", "very", "", NO_CHOICE),
    (None, "very", "", NO_CHOICE), ("a", "surely", "", NO_CHOICE), ("a", ["very"], "", NO_CHOICE),
    ("depends", "very", "x" * (LONGEST + 1), TOO_LONG),
])
def test_an_answer_that_does_not_fit_is_refused_in_a_sentence(widget, choice, sure, on, error):
    view = commit(widget, choice, sure, on)
    assert view["error"] == error and view["told"] is None and view["step"] == "0"
    assert memory.load(f"dilemmas/{widget.dilemmas[0].tension}") is None


def test_a_mind_is_changed_and_the_first_answer_kept(widget):
    name = widget.dilemmas[0].tension
    commit(widget, "a", "very")
    view = commit(widget, "depends", "fairly", "on how large the favour is")
    assert view["told"]["said"] == ["On what? “on how large the favour is”", "At first you took A."]
    assert "at first is kept too" in view["note"]
    assert [one["choice"] for one in memory.load(f"dilemmas/{name}")["said"]] == ["a", "depends"]
    assert "You changed your mind about one question." in send(widget, "overview")["overview"]["summary"]


def test_to_say_the_same_again_changes_nothing(widget):
    commit(widget, "a", "very")
    view = commit(widget, "a", "very")
    assert view["error"] == THE_SAME and view["told"]["said"] == []
    assert commit(widget, "a", "guess")["told"]["said"] == []  # less sure of the same is no change of mind
    assert not any("changed" in line for line in send(widget, "overview")["overview"]["summary"])


def test_after_the_last_all_answers_are_shown_and_each_can_be_opened_again(widget):
    view = answer_all(widget)
    assert view["overview"]["summary"][:2] == ["You have answered 14 of 14.", "Each time you took a side."]
    assert "How sure: fairly sure 14 times." in view["overview"]["summary"] and view["overview"]["go"] == ""
    third = view["overview"]["rows"][2]
    assert third["open"] == "Open again" and third["text"] == widget.dilemmas[2].option_a
    view = send(widget, "open", which=third["which"])
    assert view["heading"] == "Question 3 of 14" and view["told"]["heading"].startswith("You took A")
    commit(widget, "b", "very")
    view = send(widget, "next")
    assert view["overview"]["rows"][2]["before"] == "At first you took A."


def test_the_overview_counts_sides_and_sureness(widget):
    commit(widget, "a", "very")
    for choice, sure in (("b", "guess"), ("depends", "guess")):
        send(widget, "next")
        commit(widget, choice, sure, "x")
    view = send(widget, "overview")
    assert view["overview"]["summary"] == [
        "You have answered 3 of 14.", "You took a side twice and said once that it depends.",
        "How sure: very sure once, a guess twice."]
    assert view["overview"]["rows"][3]["said"] == "Not answered yet." and view["overview"]["go"] == "Go on"
    assert send(widget, "next")["heading"] == "Question 4 of 14"


def test_a_question_left_out_comes_again_after_the_last(widget):
    send(widget, "open", which=widget.dilemmas[13].tension)
    assert commit(widget)["told"]["next"] == "Next question"
    assert send(widget, "next")["heading"] == "Question 1 of 14"


def test_three_sittings_are_offered(widget):
    rests = []
    for _ in widget.dilemmas:
        rests.append(commit(widget)["told"]["rest"])
        send(widget, "next")
    assert [place for place, rest in enumerate(rests, start=1) if rest] == [5, 10]
    assert rests[4].startswith("You have answered five questions. This is a good place to stop")


def test_one_goes_on_where_one_stopped(widget, all_of_them):
    commit(widget)
    again = DilemmaWidget(all_of_them).view
    assert again["heading"] == "Question 2 of 14" and again["note"] == RESUMED
    assert widget.view["heading"] == "Question 1 of 14"


def test_one_question_alone_has_no_number_and_no_overview(all_of_them):
    widget = DilemmaWidget((load_dilemma("tools"),))
    assert widget.view["heading"] == "" and widget.view["all"] == ""
    assert commit(widget)["told"]["next"] == ""
    assert send(widget, "overview")["overview"] is None
    assert DilemmaWidget((load_dilemma("tools"),)).view["told"]["heading"].startswith("You took A")
    assert DilemmaWidget(all_of_them).view["heading"] == "Question 1 of 14"


@pytest.mark.parametrize("saved", [
    [], {"asked": "other", "said": []}, {"asked": None}, {"said": [{"choice": "a"}]}, "a", 7,
])
def test_what_is_damaged_or_belongs_to_another_question_counts_as_not_answered(saved, all_of_them):
    memory.save(f"dilemmas/{all_of_them[0].tension}", saved)
    assert DilemmaWidget(all_of_them).view["told"] is None


@pytest.mark.parametrize("row", [
    {"choice": "c"}, {"sure": "x"}, {"on": 3}, {"on": "a line that A does not take"}, {"date": None}, {"more": 1},
    {"choice": "depends"},
])
def test_a_damaged_answer_counts_as_not_given(widget, row, all_of_them):
    commit(widget)
    key = f"dilemmas/{all_of_them[0].tension}"
    saved = memory.load(key)
    memory.save(key, {**saved, "said": [{**saved["said"][0], **row}]})
    assert DilemmaWidget(all_of_them).view["told"] is None


def test_an_answer_to_a_question_that_has_since_changed_is_not_shown_with_it(widget, all_of_them):
    commit(widget)
    other = all_of_them[0].model_copy(update={"option_b": "Something else."})
    assert DilemmaWidget((other,)).view["told"] is None
    later = all_of_them[0].model_copy(update={"later": "Something else."})
    assert DilemmaWidget((later,)).view["told"]


@pytest.mark.parametrize("content", [None, "commit", {}, {"do": "fly"}, {"do": []}, {"do": "next", "step": "9"}])
def test_odd_messages_from_the_page_change_nothing(widget, content):
    before = {**widget.view, "count": 0}
    widget._handle_custom_msg(content, [])
    assert {**widget.view, "count": 0} == before


def test_an_answer_from_the_overview_or_to_an_unknown_question_is_refused(widget):
    assert send(widget, "open", which="nothing")["heading"] == "Question 1 of 14"
    send(widget, "overview")
    assert commit(widget)["error"] == NO_CHOICE


def test_where_nothing_can_be_kept_one_can_go_on_all_the_same(widget, monkeypatch, tmp_path):
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("RAPPORT_HOME", str(tmp_path / "file"))
    view = commit(widget)
    assert view["note"] == UNSAVED and view["told"]


def test_the_view_can_be_sent(widget):
    view = answer_all(widget, "depends")
    assert json.loads(json.dumps(view)) == view


def test_a_page_without_a_kernel_is_the_same_for_every_learner(widget, all_of_them):
    before, _ = widget._repr_mimebundle_()
    commit(widget, "depends", "very", "my own words")
    after, _ = DilemmaWidget(all_of_them)._repr_mimebundle_()
    assert before["text/html"] == after["text/html"] and "my own words" not in after["text/html"]
    assert before["text/plain"] == "Who is right? 14 questions on which the articles do not agree"
    assert before["text/html"].count("<details>") == 14 and "<details open" not in before["text/html"]
    assert "Disputed" in before["text/html"]


def test_what_an_author_wrote_is_escaped_on_pages_without_a_kernel():
    odd = Dilemma(tension="tools", situation="<img src=x>", question="<b>?", option_a="<script>alert(1)</script>",
                  option_b="A & B", later="<i>")
    html = DilemmaWidget((odd,)).opening()
    assert not any(tag in html for tag in ("<script>", "<img", "<b>?", "<i>")) and "A &amp; B" in html


def test_a_lesson_calls_it_by_name_or_without():
    assert len(rapport.who_is_right().dilemmas) == 14
    assert [one.tension for one in rapport.who_is_right("tools").dilemmas] == ["tools"]
    assert isinstance(rapport.who_is_right("tolls"), Card)
