"""How long the reader takes for a draft, beside reading a text of ten times the length.

The drafts are those of training/, written by language models. Nothing is kept
from one draft to the next but what belongs to its brief.
"""

from __future__ import annotations

import statistics
import sys
import time
from datetime import date
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "training"))

import corpus  # noqa: E402 (training/ is no package)

from rapport.assessing import assess  # noqa: E402

TODAY = date(2026, 11, 21)
ODD = {
    "100,000 letters, prose": "Could you send me the chart by Friday? Thank you for the number. I can bring it. " * 1250,
    "100,000 letters, no blanks": "a" * 100_000,
    "100,000 letters, digits": "12.5. 3/4 " * 10_000,
    "another language": "Ich schicke Ihnen morgen gern unsere Zahlen vom Hafen. " * 20,
    "emoji only": "🙂🎉" * 500,
}


def seconds(text: str, brief) -> float:
    start = time.perf_counter()
    assess(text, brief, TODAY)
    return time.perf_counter() - start


def row(name: str, times: list[float]) -> str:
    ordered = sorted(times)
    middle, late = statistics.median(ordered), ordered[int(len(ordered) * 0.95)]
    return f"{name:<28}{len(times):>7}{middle * 1000:>10.2f}{late * 1000:>10.2f}{ordered[-1] * 1000:>10.2f}"


def main() -> None:
    print(f"{'milliseconds a draft':<28}{'drafts':>7}{'median':>10}{'95 %':>10}{'most':>10}")
    for name, plans in (("messages", False), ("plans", True)):
        drafts = corpus.drafts(plans)
        for draft in drafts[:20]:
            seconds(draft.text, draft.brief)  # the first of a brief pays for it
        print(row(name, [seconds(draft.text, draft.brief) for draft in drafts]))
        print(row(f"{name}, ten times as long", [seconds(f"{draft.text}\n" * 10, draft.brief) for draft in drafts[:100]]))
    brief = corpus.drafts(False)[0].brief
    for name, text in ODD.items():
        print(row(name, [seconds(text, brief)]))


if __name__ == "__main__":
    main()
