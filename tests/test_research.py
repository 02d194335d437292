"""What the course says of research, and what it must say with it."""

import pytest

from rapport import catalog, research


@pytest.mark.parametrize("name", catalog.mistakes())
def test_every_mistake_has_findings_with_a_source_and_a_stance(name):
    found = research.evidence_for(name)
    assert [one.ref for one in found] == list(catalog.mistake(name).evidence)
    for one in found:
        assert one.finding and one.read_as and one.stance in research.STANCES
        assert one.citation.endswith(".") and "(" in one.citation


def test_a_finding_brings_the_figure_and_the_paper():
    found = research.finding("burt2002", "no-follow-up")
    assert "Nine in ten" in found.finding and "Bridge decay" in found.citation
    assert found.doi == "10.1016/S0378-8733(02)00017-5" and found.caution == ""


@pytest.mark.parametrize("ref, mistake, words", [
    ("casciaro2014", "people-as-conduits", "Disputed"),
    ("huang2017", "poor-first-impression", "retracted"),
    ("grantgino2010", "no-thanks", "Percentages"),
    ("roghanizad2017", "cold-favour-asks", "45 people"),
    ("robertsdunbar2015", "no-follow-up", "not professional"),
    ("rajkumar2022", "same-circle", "the weakest ties did best"),
])
def test_a_finding_that_needs_care_never_comes_without_its_caution(ref, mistake, words):
    assert words in research.finding(ref, mistake).caution


def test_a_caution_on_one_finding_is_not_put_on_the_papers_others():
    assert research.finding("rajkumar2022", "numbers-game").cautions == ()


def test_what_was_retracted_or_never_read_is_not_there():
    known = research.read("evidence")
    assert not {"grant2013", "klugermalloy2019", "gouldner1960", "flynn2003b"} & known.keys()
    assert "10.1037/pspa0000226" not in {entry["doi"] for entry in known.values()}


@pytest.mark.parametrize("ref, mistake, nearest", [
    ("burt2020", "no-follow-up", "burt2002"), ("burt2002", "no-folow-up", "no-follow-up"),
])
def test_an_unknown_key_is_told_with_the_nearest(ref, mistake, nearest):
    with pytest.raises(catalog.Unknown, match=nearest):
        research.finding(ref, mistake)


def test_the_five_articles_have_thirty_items():
    found = research.sources()
    assert len(found) == 5 and sum(len(source.items) for source in found.values()) == 30
    assert found["six-common"].items[3].mistakes == ("no-follow-up",)


def test_a_tension_gives_both_sides_the_research_and_a_reading():
    found = {tension.id: tension for tension in research.tensions_of("no-follow-up")}["follow-up-timing"]
    assert ("six-common", 4) in found.side_a.sources and ("five-worst", 5) in found.side_b.sources
    assert {bearing.ref for bearing in found.research} >= {"burt2002", "liu2023"}
    assert found.suggested_reading and all(bearing.citation for bearing in found.research)


def test_a_disputed_paper_brings_its_caution_into_a_tension_too():
    tension = research.tensions()["select-for-use-or-not-as-means"]
    disputed = next(bearing for bearing in tension.research if bearing.ref == "casciaro2014")
    assert "Disputed" in disputed.cautions[0]
