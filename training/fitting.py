"""Fits the models, always by brief: nothing is predicted for a draft by a model that has seen another on its brief."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial

import numpy
from joblib import Parallel, delayed
from scipy.sparse import csr_matrix
from scipy.special import expit
from sklearn.ensemble import GradientBoostingClassifier, HistGradientBoostingClassifier
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

SEED = 20261122
FOLDS = 5
RAREST = 3
"""An n-gram counts from this number of texts on."""
FEWEST = 5
"""A target with fewer cases than this is not learned."""
SAMPLED = partial(GradientBoostingClassifier, max_depth=3, subsample=0.7)
"""Each tree is grown on other drafts, and asks where it likes."""
BINNED = partial(HistGradientBoostingClassifier, max_depth=3, max_bins=63, early_stopping=False)
"""Each tree is grown on all drafts, and asks at one of 62 places for each feature."""
_LABEL = partial(SAMPLED, n_estimators=120, learning_rate=0.06, min_samples_leaf=5)
_BINNED_LABEL = partial(BINNED, max_iter=120, learning_rate=0.06, min_samples_leaf=5, max_features=0.3)
TREES = {
    "message label": [partial(_LABEL, max_features=0.1), _BINNED_LABEL, _BINNED_LABEL],
    "plan label": [partial(_LABEL, max_features=0.3)],
    "points": [partial(SAMPLED, n_estimators=300, learning_rate=0.05, min_samples_leaf=8, max_features=0.1)],
}
"""How the trees of a target are grown, by its kind: so many times, each time from another seed, and averaged. Between
growths that differ in little the average precision of all labels differs by as much as .02; that of their average is
above each one's, and above that of three growths of one sort. Points gain by more and plainer trees, labels do not."""


@dataclass(frozen=True)
class LinearModels:
    """Logistic regressions over one vocabulary; None where a target had too few cases, then ``shares`` stands in."""

    vectorizer: TfidfVectorizer
    models: list[LogisticRegression | None]
    shares: list[float]

    def predict(self, texts: list[list[str]]) -> numpy.ndarray:
        """The probability of each target for each text."""
        seen = self.vectorizer.transform(texts)
        columns = [numpy.full(len(texts), share) if model is None else model.predict_proba(seen)[:, 1]
                   for model, share in zip(self.models, self.shares)]
        return numpy.column_stack(columns)


def linear(texts: list[list[str]], targets: numpy.ndarray, most: int, strengths: list[float]) -> LinearModels:
    """Logistic regressions on the ``most`` commonest n-grams, one for each column of ``targets`` (1, 0, or below 0
    where it is not known); ``strengths`` are the inverse of their regularisation."""
    vectorizer = TfidfVectorizer(analyzer=list, lowercase=False, sublinear_tf=True, vocabulary=vocabulary(texts, most))
    seen = vectorizer.fit_transform(texts)
    known = [numpy.flatnonzero(column >= 0) for column in targets.T]
    models = _both_cores(_logistic, ((seen[rows], column[rows], strength)
                                     for rows, column, strength in zip(known, targets.T, strengths)))
    return LinearModels(vectorizer, models, [float(column[rows].mean()) for rows, column in zip(known, targets.T)])


def vocabulary(texts: Iterable[list[str]], most: int) -> list[str]:
    """The n-grams that stand in at least RAREST texts, the ``most`` commonest of them, in a fixed order."""
    counts = Counter(gram for text in texts for gram in set(text))
    common = sorted((gram for gram, count in counts.items() if count >= RAREST), key=lambda gram: (-counts[gram], gram))
    return common[:most]


def _logistic(seen: csr_matrix, column: numpy.ndarray, strength: float) -> LogisticRegression | None:
    if column.sum() < FEWEST:
        return None
    # the dual problem is solved in a quarter of the time; at this tolerance no probability differs by .001
    model = LogisticRegression(C=strength, max_iter=300, solver="liblinear", dual=True, tol=0.01,
                               class_weight="balanced", random_state=SEED)
    return model.fit(seen, column)


@dataclass(frozen=True)
class Boosted:
    """Boosted trees for one target, as often as they were grown; the mean of their log-odds counts. All start from the
    log-odds of its ``share``."""

    models: list[GradientBoostingClassifier | HistGradientBoostingClassifier]
    share: float

    def predict(self, values: numpy.ndarray) -> numpy.ndarray:
        """The probability of the target for each row."""
        return expit(numpy.mean([model.decision_function(values) for model in self.models], 0))


def trees(kind: str, values: numpy.ndarray, target: numpy.ndarray) -> Boosted | None:
    """Boosted trees for one target, a ``kind`` of TREES; None where it has too few cases."""
    if target.sum() < FEWEST:
        return None
    models = [growth(random_state=seed) for seed, growth in enumerate(TREES[kind], SEED)]
    return Boosted([model.fit(values.astype("float32"), target) for model in models], float(target.mean()))


def forest(problems: Iterable[tuple[str, numpy.ndarray, numpy.ndarray]]) -> list[Boosted | None]:
    """Boosted trees for each problem: its kind, the values of its rows, and its target."""
    return _both_cores(trees, problems)


def predict(grown: list[Boosted | None], values: numpy.ndarray, shares: Iterable[float]) -> numpy.ndarray:
    """The probability of each target for each row."""
    columns = [numpy.full(len(values), share) if each is None else each.predict(values.astype("float32"))
               for each, share in zip(grown, shares)]
    return numpy.column_stack(columns)


def folds(briefs: numpy.ndarray, count: int = FOLDS) -> Iterator[tuple[numpy.ndarray, numpy.ndarray]]:
    """Rows to fit and rows to predict, split by brief."""
    return GroupKFold(count).split(briefs, groups=briefs)


def out_of_fold(briefs: numpy.ndarray, width: int, fit: Callable, count: int = FOLDS) -> numpy.ndarray:
    """Predictions for every row by a model that has not seen its brief; ``fit`` takes the rows to fit and those to
    predict, and gives the predictions."""
    found = numpy.zeros((len(briefs), width))
    for known, unknown in folds(briefs, count):
        found[unknown] = fit(known, unknown)
    return found


def _both_cores(function: Callable, arguments: Iterable[tuple]) -> list:
    return Parallel(n_jobs=2, max_nbytes=None)(delayed(function)(*each) for each in arguments)
