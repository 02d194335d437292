"""The weights file: what training leaves for the reader, as plain numbers.

The file is one zlib stream. Its first line is a JSON object (names, thresholds, and the kind and length of each array
that follows); the n-grams stand on the next lines, then an empty line, and then the arrays in their order,
little-endian. Of signed whole numbers of several bytes all first bytes stand first, then all second ones and so on:
most are small, so the later bytes are much alike.
"""

from __future__ import annotations

import json
import sys
import zlib
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from importlib import resources

from .linear import RAISED, Linear
from .steps import thresholds
from .trees import Forest
from .vocabulary import Signed, Vocabulary

KINDS = ("message", "plan")
APART = "i"
"""The kind of array whose first bytes stand together, then its second ones and so on."""


@dataclass(frozen=True)
class Weights:
    """All that is trained for one kind of draft.

    ``rows`` gives each n-gram its row in the vocabulary, from 1 on. ``marks`` tells what single sentences do (None for
    plans), ``draft`` guesses each target from all n-grams, and ``forest`` gives the probability of each target from the
    values of ``features``. ``asked`` and ``stated`` are the probabilities from which a finding is put as a question and
    from which it is stated. ``certain`` is the variance of a score, in points squared, up to which it may stand without
    a person. ``version`` names the training.
    """

    version: str
    rows: Vocabulary
    marks: Linear | None
    draft: Linear
    features: tuple[str, ...]
    forest: Forest
    asked: float
    stated: float
    certain: float

    @cached_property
    def signed_rows(self) -> Signed:
        """Words with a sign, told by their rows."""
        return Signed(lambda gram: self.rows.get(gram, 0))

    @cached_property
    def signed_terms(self) -> Signed:
        """Words with a sign, told by what they add to the sums of the marks."""
        return Signed(lambda gram: self.marks.sums(self.rows.known([gram])))


@cache
def weights(kind: str) -> Weights:
    """The weights for ``kind`` (message or plan). Raises KeyError for another kind."""
    if kind not in KINDS:
        raise KeyError(kind)
    return unpack(resources.files(__package__).joinpath(f"{kind}.weights").read_bytes())


def pack(header: dict, grams: Sequence[str], arrays: Sequence[array]) -> bytes:
    """The weights file of this header, these n-grams and these arrays."""
    header = header | {"arrays": [[numbers.typecode, len(numbers)] for numbers in arrays]}
    line = json.dumps(header, ensure_ascii=False, separators=(",", ":"))
    words = "\n".join((line, *grams, "", "")).encode()
    return zlib.compress(b"".join((words, *map(_bytes, arrays))), 9)


def unpack(data: bytes) -> Weights:
    """The weights in the bytes of a weights file."""
    plain = zlib.decompress(data)
    start, end = plain.index(b"\n") + 1, plain.index(b"\n\n")
    header = json.loads(plain[:start])
    grams = plain[start:end].decode().split("\n")
    arrays = _arrays(header["arrays"], memoryview(plain)[end + 2:])
    marks = _linear(header["marks"], arrays) if header["marks"] else None
    return Weights(
        header["version"], Vocabulary(grams), marks, _linear(header["draft"], arrays),
        tuple(header["features"]), _forest(header["trees"], arrays),
        header["asked"], header["stated"], header["certain"],
    )


def _arrays(kinds: list[list], body: memoryview) -> Iterator[array]:
    start = 0
    for code, length in kinds:
        numbers = array(code)
        end = start + length * numbers.itemsize
        piece = body[start:end]
        numbers.frombytes(_together(piece, numbers.itemsize) if code == APART else piece)
        start = end
        yield _little(numbers)


def _together(planes: memoryview, size: int) -> bytearray:
    numbers, length = bytearray(planes), len(planes) // size
    for at in range(size):
        numbers[at::size] = planes[at * length:(at + 1) * length]
    return numbers


def _bytes(numbers: array) -> bytes:
    plain = _little(numbers).tobytes()
    if numbers.typecode != APART:
        return plain
    return b"".join(plain[at::numbers.itemsize] for at in range(numbers.itemsize))


def _little(numbers: array) -> array:
    if sys.byteorder == "big":
        numbers = array(numbers.typecode, numbers)
        numbers.byteswap()
    return numbers


def _linear(header: dict, arrays: Iterator[array]) -> Linear:
    rarity, signed = next(arrays), next(arrays)
    raised = signed.tobytes().translate(RAISED)
    return Linear(tuple(header["names"]), header["first"], rarity, raised, tuple(header["scale"]),
                  tuple(header["bias"]))


def _forest(headers: list[dict], arrays: Iterator[array]) -> Forest:
    names, counts, bias = zip(*((header["name"], header["trees"], header["bias"]) for header in headers))
    rises, widths, codes, low, high, leaves = (next(arrays) for _ in range(6))
    return Forest(names, counts, bias, thresholds(rises), widths, codes.tobytes(), low.tobytes(),
                  high.tobytes(), leaves)
