"""Looks into ZIP archives without unpacking them: what an archive calls a file is never a path here.

So nothing can be written outside by ``..``, a drive letter or a link, and names that
differ in nothing but case, or not at all, do not meet. What remains are archives that
grow without end, that hold themselves, or that are broken: for those there are limits.
"""

from __future__ import annotations

import lzma
import re
import stat
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from .shelf import Found, Odd, Shelf

DEEPEST = 3
"""Archives in archives: a platform's, a learner's, and one that the learner found."""
MOST_ENTRIES = 50_000
LARGEST_INSIDE = 10_000_000
"""Bytes of an archive within an archive."""
MOST_INSIDE = 1_000
"""Files of an archive within an archive: one learner's must not keep the class waiting."""
MOST_BYTES_INSIDE = 60_000_000
"""Bytes that such an archive may grow to."""
DAMAGED = "It is damaged: only a part of it arrived, or it was made wrongly."
LOCKED = "It is locked with a password."
LINK = "It is a link to another file. Links are not followed."
TOO_DEEP = "It is an archive in an archive in an archive in an archive."
TOO_MANY = "The archive holds too many files."
TOO_LARGE = "The archive inside the archive is too large."
NO_NOTEBOOK = "It is no notebook."
NO_PAGE = "It is another kind of file than a notebook."

_BROKEN = (zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, OSError, ValueError, RuntimeError, LookupError,
           NotImplementedError)
_LITTER = re.compile(r"(?:\.DS_Store|\._.*|\.localized|Thumbs\.db|desktop\.ini|__MACOSX|\.ipynb_checkpoints)", re.IGNORECASE)
_START = 4_096
_LONGEST = 255
_UTF_8 = 0x800


def is_litter(place: tuple[str, ...]) -> bool:
    """Whether a computer made this by itself: nobody handed it in."""
    return any(_LITTER.fullmatch(part) for part in place)


def sort(
    place: tuple[str, ...], stream: BinaryIO, shelf: Shelf, arrived: datetime | None, depth: int
) -> Iterator[Found | Odd]:
    """What a file at ``place`` is: a notebook as it seems, an archive with what is in it, or neither. Raises Full."""
    start = stream.read(_START)
    if start.startswith((b"PK\x03\x04", b"PK\x05\x06")) and place[-1].lower().endswith(".zip"):
        yield from _inside(place, start, stream, shelf, depth)
    elif start.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"{"):
        yield Found(place, shelf.put(start, stream), arrived)
    else:
        meant = place[-1].lower().endswith((".ipynb", ".zip", ".rar", ".7z", ".gz"))
        yield Odd(place, NO_NOTEBOOK if meant else NO_PAGE, meant)


def look(place: tuple[str, ...], file: Path | BinaryIO, shelf: Shelf, depth: int = 1) -> Iterator[Found | Odd]:
    """Every file in the archive. Raises Full."""
    try:
        with zipfile.ZipFile(file) as archive:
            entries = archive.infolist()
            if len(entries) > (MOST_ENTRIES if depth == 1 else MOST_INSIDE):
                yield Odd(place, TOO_MANY)
                return
            before = shelf.held
            for entry in entries:
                if depth > 1 and shelf.held - before > MOST_BYTES_INSIDE:
                    yield Odd(place, TOO_LARGE)
                    return
                yield from _entry(place, archive, entry, shelf, depth)
    except _BROKEN:
        yield Odd(place, DAMAGED)


def _inside(place: tuple[str, ...], start: bytes, stream: BinaryIO, shelf: Shelf, depth: int) -> Iterator[Found | Odd]:
    if depth >= DEEPEST:
        yield Odd(place, TOO_DEEP)
        return
    content = start + stream.read(LARGEST_INSIDE + 1)
    if len(content) > LARGEST_INSIDE:
        yield Odd(place, TOO_LARGE)
        return
    yield from look(place, BytesIO(content), shelf, depth + 1)


def _entry(place: tuple[str, ...], archive: zipfile.ZipFile, entry: zipfile.ZipInfo, shelf: Shelf, depth: int) -> Iterator:
    whole = place + parts(name_of(entry))
    if entry.is_dir() or whole == place or is_litter(whole[len(place):]):
        return
    if entry.flag_bits & 0x1:
        yield Odd(whole, LOCKED)
    elif stat.S_ISLNK(entry.external_attr >> 16):
        yield Odd(whole, LINK)
    else:
        with _broken_is_odd(whole) as odd, archive.open(entry) as stream:
            yield from sort(whole, stream, shelf, _moment(entry), depth)
        yield from odd


@contextmanager
def _broken_is_odd(place: tuple[str, ...]) -> Iterator[list[Odd]]:
    """One broken file in an archive does not stop the others."""
    odd: list[Odd] = []
    try:
        yield odd
    except _BROKEN:
        odd.append(Odd(place, DAMAGED))


def name_of(entry: zipfile.ZipInfo) -> str:
    """The name as whoever packed it saw it: macOS writes UTF-8 without saying so, and Python then reads it as cp437."""
    name = entry.orig_filename.partition("\0")[0]
    if entry.flag_bits & _UTF_8:
        return name
    try:
        return name.encode("cp437").decode("utf-8")
    except ValueError:
        return name


def parts(name: str) -> tuple[str, ...]:
    """The folders and the file that a name from any system speaks of; what leads upwards or to a drive says nothing."""
    found = re.split(r"[\\/]+", name)
    named = [part[:_LONGEST] for part in found if part.strip(". ") and not re.fullmatch(r"[A-Za-z]:", part)]
    return tuple(named[:_LONGEST] + named[_LONGEST:][-1:])


def _moment(entry: zipfile.ZipInfo) -> datetime | None:
    """An archive notes the time of the clock on the wall of whoever packed it; 1980 is its way to say nothing."""
    try:
        return datetime(*entry.date_time).astimezone(UTC) if entry.date_time[0] > 1980 else None
    except (ValueError, OverflowError, OSError):
        return None
