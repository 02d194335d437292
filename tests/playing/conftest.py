from pathlib import Path

import pytest

from rapport import documents
from rapport.assessing.model import Assessment, Finding
from rapport.playing.loading import build_scene

GATE = """\
id: gate
title: The gate
mistakes: [no-follow-up, presuming-help]
minutes: 3
setting: A garden gate.
objective: Leave with a day.
counterpart: {name: Ada Bell, role: gardener, voice: short, hides: She is leaving.}
state: {trust: 2, asked: false}
start: gate
turns:
  gate:
    at: Monday
    says: "(She shuts the shed.) Well."
    cue: She shut it early.
    choices:
    - {say: "Why so early?", why: You asked., effect: {trust: +2, asked: true}, reply: I sleep badly., goto: note}
    - {say: "See you.", mistake: no-follow-up, why: Nothing agreed., reply: "(She nods.)", goto: note}
    - {say: "(Carry her bag.)", when: trust >= 9, why: Kind., reply: Oh., goto: note}
  note:
    says: "(At home.)"
    write: {brief: after-the-event, prompt: Write to her.}
    replies:
    - {if: pressure, says: Hm., effect: {trust: -1}, why: You pushed.}
    - {if: close >= 2 and asked, says: Good., effect: {trust: +1}, why: A day.}
    - {unsure: true, says: Your hand is hard to read., goto: again}
    - {else: true, says: Thanks.}
    goto: end
  again:
    says: "Say it again?"
    choices:
    - {say: "On Friday?", why: Plain., effect: {trust: +1}, reply: Friday., goto: end}
    - {say: "Never mind.", mistake: no-follow-up, why: You let go., reply: As you like., goto: end}
endings:
  friends: {when: trust >= 5, says: Tea., score: 3}
  polite: {when: asked, says: A nod., score: 1}
  nothing: {else: true, says: Wind., score: 0}
debrief:
  thought: She waited.
  look_back: [gate, note]
  question: What did she shut?
  evidence: liu2023
"""


def parsed(text):
    return documents.parse(text, Path("gate.yaml"))


@pytest.fixture
def gate():
    """A small scene; its second turn is answered in one's own words. (One choice of it is never open.)"""
    return build_scene(parsed(GATE))[0]


@pytest.fixture
def gate_file(tmp_path):
    """Writes the small scene to a file, with one passage replaced."""

    def write(old="", new=""):
        assert old in GATE, f"the scene has no passage {old!r}"
        file = tmp_path / "gate.yaml"
        file.write_text(GATE.replace(old, new, 1) if old else GATE, encoding="utf-8")
        return file

    return write


def assessment(close=0, labels=(), sure=True, notice="", found=True):
    criteria = {"reason": 1, "give": 1, "ask": 1, "close": close, "courtesy": 1}
    findings = tuple(Finding(label, "presuming-help", found, "", 0, 0, "It pushes.", "Ask.") for label in labels)
    return Assessment("message", criteria, {}, findings, sure, notice)


@pytest.fixture
def reads():
    """A reader that always comes to the same judgement."""
    return lambda **judgement: lambda text, brief_id: assessment(**judgement)
