"""Brings what the site is made of into the cache, once, and holds every file to its SHA-256.

With everything in the cache nothing is asked of any other machine. Versions and hashes stand
in ``wheels.txt`` and ``pyodide.txt``; where the files come from is the business of whoever
configured pip and npm here.
"""

from __future__ import annotations

import hashlib
import re
import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
WHEELS, PYODIDE = HERE / "wheels.txt", HERE / "pyodide.txt"
# Nothing but what runs in Pyodide 314: Python 3.14, compiled for its platform where it is compiled at all.
TARGET = ["--implementation", "cp", "--python-version", "3.14", "--abi", "cp314", "--abi", "none",
          "--platform", "any", "--platform", "pyemscripten_2026_0_wasm32"]
NO_NODE = "The browser edition is built with Node and npm. On Debian or Ubuntu: sudo apt-get install nodejs npm"
SOURCE_ONLY = ("pyyaml",)  # on PyPI it is compiled for other machines; its source runs anywhere


class Missing(Exception):
    """Raised where a tool or a file is missing; the text says what to do."""


def node() -> str:
    """The command that runs Node. Raises Missing where Node or npm is not installed."""
    if not (shutil.which("node") and shutil.which("npm")):
        raise Missing(NO_NODE)
    return shutil.which("node")


def pyodide(cache: Path) -> Path:
    """Pyodide's archive in the cache. Raises Missing where it cannot be had or is another than the pinned one."""
    digest, name = PYODIDE.read_text(encoding="ascii").split()
    archive = cache / name
    if not archive.is_file():
        cache.mkdir(parents=True, exist_ok=True)
        version = re.search(r"\d[\d.]*\d", name)[0]
        _run(["npm", "pack", "--silent", f"pyodide@{version}", "--pack-destination", str(cache)])
    if _sha256(archive) != digest:
        raise Missing(f"{archive} is not the file that {PYODIDE.name} pins. Delete it and build again.")
    return archive


def wheels(cache: Path) -> list[Path]:
    """The pinned wheels and sources in the cache, in the order of ``wheels.txt``. Raises Missing."""
    folder = cache / "wheels"
    pins = _pins()
    if not set(pins.values()) <= set(_by_hash(folder)):
        folder.mkdir(parents=True, exist_ok=True)
        _download(pins, folder)
    found = _by_hash(folder)
    lost = [pin for pin, digest in pins.items() if digest not in found]
    if lost:
        raise Missing(f"Not in {folder}, or another file than {WHEELS.name} pins: {', '.join(lost)}.")
    return [found[digest] for digest in pins.values()]


def _pins() -> dict[str, str]:
    lines = WHEELS.read_text(encoding="utf-8").splitlines()
    return dict(line.split(" --hash=sha256:") for line in lines if line and not line.startswith("#"))


def _download(pins: dict[str, str], folder: Path) -> None:
    pip = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--require-hashes", "--dest", str(folder)]
    for kind, chosen in (("source", True), ("wheel", False)):
        lines = [f"{pin} --hash=sha256:{digest}\n" for pin, digest in pins.items()
                 if (pin.partition("==")[0] in SOURCE_ONLY) is chosen]
        wanted = folder / f"{kind}.txt"
        wanted.write_text("".join(lines), encoding="utf-8")
        how = ["--no-binary", ":all:", "--no-build-isolation"] if chosen else ["--only-binary", ":all:", *TARGET]
        _run([*pip, *how, "--requirement", str(wanted)])
        wanted.unlink()


def _run(command: list[str]) -> None:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise Missing(f"{command[0]} could not bring a file that the site needs:\n{done.stderr.strip()}")


def _by_hash(folder: Path) -> dict[str, Path]:
    return {_sha256(path): path for path in sorted(folder.glob("*")) if path.is_file()}


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
