"""What a file of one situation holds: the model behind ``scenarios/dilemmas/*.yaml``."""

from __future__ import annotations

from ..playing.scene import Part, Text


class Dilemma(Part):
    """Somebody who must decide today what a tension of tensions.yaml is about.

    ``option_a`` and ``option_b`` are what this person would do on either side of it; ``later`` what they could try,
    in our own judgement.
    """

    tension: Text
    situation: Text
    question: Text
    option_a: Text
    option_b: Text
    later: Text
