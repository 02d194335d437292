"""What was withdrawn is nowhere here; what is in doubt carries no lesson alone and never comes without its caution.

The lists are those of the reading that the evidence was taken from: what not to use, and what to use with care.
"""

import pytest

from rapport import catalog, research
from rapport.render.evidence import evidence_text

RETRACTED = ("pspa0000226", "Moral consequences of networking with a promotion")
NOT_ALONE = ("casciaro2014", "huang2017", "grantgino2010", "brooks2015", "blunden2019")
WITH_CARE = (*NOT_ALONE, "roghanizad2017", "topicprep2020", "smith2005", "robertsdunbar2015", "wheeler2022", "sahni2018")
TEXTS = [path for folder in ("notebooks", "scenarios", "src/rapport", "teaching", "solutions", "exercises")
         for path in (catalog.root() / folder).rglob("*") if path.suffix in (".ipynb", ".yaml", ".md", ".py", ".txt")]


def test_what_was_withdrawn_is_nowhere():
    assert len(TEXTS) > 300
    assert not [path.name for path in TEXTS if any(mark in path.read_text("utf-8") for mark in RETRACTED)]


@pytest.mark.parametrize("name", catalog.mistakes())
def test_no_lesson_rests_on_what_is_in_doubt_alone(name):
    cited = set(catalog.mistake(name).evidence)
    assert cited - set(NOT_ALONE)


@pytest.mark.parametrize("name", catalog.mistakes())
def test_what_is_used_with_care_is_shown_with_its_caution(name):
    text = evidence_text(catalog.mistake(name))
    doubted = [finding for finding in research.evidence_for(name) if finding.ref in WITH_CARE]
    for finding in doubted:
        assert finding.cautions and all(f"Take care: {caution}" in text for caution in finding.cautions)
