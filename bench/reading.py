"""How long the reader takes for a draft: to load, to read, beside a text of ten times the length, and beside a bag of
words in scikit-learn that gives the same labels and points.

The drafts are those of training/, written by language models. Nothing is kept from one draft to the next but what
belongs to its brief, and the commonest words. Times are those of the processor, so that a busy machine says nearly
the same as an idle one.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from datetime import date
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "training"))

import corpus  # noqa: E402 (training/ is no package)
import tables  # noqa: E402
from sklearn.feature_extraction.text import TfidfVectorizer  # noqa: E402
from sklearn.linear_model import LogisticRegression  # noqa: E402

from rapport.assessing import assess  # noqa: E402
from rapport.assessing.model import MESSAGE_CRITERIA  # noqa: E402

TODAY = date(2026, 11, 21)
ODD = {
    "100,000 letters, prose":
        "Could you send me the chart by Friday? Thank you for the number. I can bring it. " * 1250,
    "100,000 letters, no blanks": "a" * 100_000,
    "100,000 letters, digits": "12.5. 3/4 " * 10_000,
    "another language": "Ich schicke Ihnen morgen gern unsere Zahlen vom Hafen. " * 20,
    "emoji only": "🙂🎉" * 500,
}


def seconds(text: str, brief) -> float:
    start = time.process_time()
    assess(text, brief, TODAY)
    return time.process_time() - start


def row(name: str, times: list[float]) -> str:
    ordered = sorted(times)
    middle, late = statistics.median(ordered), ordered[int(len(ordered) * 0.95)]
    return f"{name:<28}{len(times):>7}{middle * 1000:>10.2f}{late * 1000:>10.2f}{ordered[-1] * 1000:>10.2f}"


def loading() -> None:
    """Seconds, and peak memory (on Linux) above one that loads nothing, of a new Python that loads the reader."""
    # what getrusage says of the peak is handed down from the process that started this one; VmHWM is not
    code = ("import re, time; start = time.process_time(); {}; took = time.process_time() - start; "
            "peak = re.search(r'VmHWM:\\s+(\\d+)', open('/proc/self/status').read()); "
            "print(took, int(peak[1]) / 1024)")
    reader = "from rapport.assessing import judging; judging.weights('message')"
    first = ("from rapport.reading.brief import of_the_course; "
             "judging.assess('Dear Hannah, thank you for your time.', of_the_course('after-the-event'))")
    ways = {"nothing": "pass", "the weights": "from rapport.estimating.weights import weights; weights('message')",
            "reader and weights": reader, "and to read a draft": f"{reader}; {first}",
            "scikit-learn": "import sklearn.feature_extraction.text, sklearn.linear_model"}
    bare = 0.0
    for name, what in ways.items():
        told = subprocess.run([sys.executable, "-c", code.replace("{}", what)], capture_output=True, text=True, check=True)
        took, size = map(float, told.stdout.split())
        bare = bare or size
        print(f"to load {name:<22}{took:>8.3f} s{size - bare:>9.1f} MiB")


def bag_of_words(drafts) -> list[float]:
    """Seconds a draft for TF-IDF and one logistic regression a target, fitted on the first half, on the second."""
    targets = tables.targets(drafts, MESSAGE_CRITERIA)
    half = len(drafts) // 2
    vectorizer = TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True, min_df=2)
    seen = vectorizer.fit_transform([draft.text for draft in drafts[:half]])
    models = [LogisticRegression(max_iter=300).fit(seen, column[:half]) for column in targets.values()
              if 0 < column[:half].sum() < half]
    times = []
    for draft in drafts[half:]:
        start = time.process_time()
        one = vectorizer.transform([draft.text])
        for model in models:
            model.predict_proba(one)
        times.append(time.process_time() - start)
    return times


def main() -> None:
    loading()
    print(f"{'milliseconds a draft':<28}{'drafts':>7}{'median':>10}{'95 %':>10}{'most':>10}")
    for name, plans in (("messages", False), ("plans", True)):
        drafts = corpus.drafts(plans)
        for draft in drafts[:20]:
            seconds(draft.text, draft.brief)  # the first of a brief pays for it
        print(row(name, [seconds(draft.text, draft.brief) for draft in drafts]))
        long = [seconds(f"{draft.text}\n" * 10, draft.brief) for draft in drafts[:100]]
        print(row(f"{name}, ten times as long", long))
    print(row("messages, bag of words", bag_of_words(corpus.drafts(False))))
    brief = corpus.drafts(False)[0].brief
    for name, text in ODD.items():
        print(row(name, [seconds(text, brief)]))


if __name__ == "__main__":
    main()
