"""The weights file: what training leaves for the reader, as plain numbers.

The file is one zlib stream. Its first line is a JSON object (names, thresholds, and the kind and length of each array
that follows); the arrays stand after it in that order, little-endian.
"""

from __future__ import annotations

import json
import sys
import zlib
from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

from .linear import Linear
from .trees import Trees, grown

KINDS = ("message", "plan")


@dataclass(frozen=True)
class Weights:
    """All that is trained for one kind of draft.

    ``marks`` tells what single sentences do (None for plans), ``draft`` guesses each target from all n-grams, and
    ``trees`` give the probability of each target from the values of ``features``. ``asked`` and ``stated`` are the
    probabilities from which a finding is put as a question and from which it is stated. ``certain`` is the
    variance of a score, in points squared, up to which it may stand without a person. ``version`` names the training.
    """

    version: str
    marks: Linear | None
    draft: Linear
    features: tuple[str, ...]
    trees: Mapping[str, Trees]
    asked: float
    stated: float
    certain: float


@cache
def weights(kind: str) -> Weights:
    """The weights for ``kind`` (message or plan). Raises KeyError for another kind."""
    if kind not in KINDS:
        raise KeyError(kind)
    return unpack(resources.files(__package__).joinpath(f"{kind}.weights").read_bytes())


def pack(header: dict, arrays: Sequence[array]) -> bytes:
    """The weights file of this header and these arrays."""
    header = header | {"arrays": [[numbers.typecode, len(numbers)] for numbers in arrays]}
    line = json.dumps(header, ensure_ascii=False, separators=(",", ":")).encode()
    return zlib.compress(b"\n".join((line, b"".join(_little(numbers).tobytes() for numbers in arrays))), 9)


def unpack(data: bytes) -> Weights:
    """The weights in the bytes of a weights file."""
    line, _, body = zlib.decompress(data).partition(b"\n")
    header = json.loads(line)
    arrays = iter(_arrays(header["arrays"], body))
    marks = _linear(header["marks"], arrays) if header["marks"] else None
    draft = _linear(header["draft"], arrays)
    return Weights(
        header["version"], marks, draft, tuple(header["features"]), _trees(header["trees"], arrays),
        header["asked"], header["stated"], header["certain"],
    )


def _arrays(kinds: list[list], body: bytes):
    start = 0
    for code, length in kinds:
        numbers = array(code)
        end = start + length * numbers.itemsize
        numbers.frombytes(body[start:end])
        start = end
        yield _little(numbers)


def _little(numbers: array) -> array:
    if sys.byteorder == "big":
        numbers = array(numbers.typecode, numbers)
        numbers.byteswap()
    return numbers


def _linear(header: dict, arrays) -> Linear:
    rows = {gram: row for row, gram in enumerate(header["grams"].split("\n"))}
    rarity, signed = next(arrays), next(arrays)
    return Linear(tuple(header["names"]), rows, tuple(rarity), signed.tobytes(), tuple(header["scale"]),
                  tuple(header["bias"]))


def _trees(headers: list[dict], arrays) -> dict[str, Trees]:
    feature, threshold, skip, roots = (next(arrays).tolist() for _ in range(4))
    found, start = {}, 0
    for header in headers:
        end = start + header["trees"]
        trees = tuple(grown(feature, threshold, skip, root) for root in roots[start:end])
        found[header["name"]] = Trees(trees, header["bias"])
        start = end
    return found
