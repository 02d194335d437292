"""How long a first visit to the browser edition takes until a scene can be played, and how many bytes it costs.

Usage: python bench/lite.py [SITE]; without a built site it builds one. Each visit is that of a new browser, from the
address to the first choice that can be taken, with the server on this machine: what a line takes for the bytes comes
on top of it. Times say little where the machine has other work; what it had is printed too.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from playwright.sync_api import Playwright, sync_playwright

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT / "tests"), str(ROOT / "tests/lite")]

from chromium import started_with  # noqa: E402
from serving import pack, served  # noqa: E402

VISITS = 3
LESSON = "notebooks/01-taking-before-giving.ipynb"
PLAYABLE = "document.querySelector('.rapport-scene .rps-choice:enabled') !== null"
SECONDS, MEGABYTES = 20, 16
PATIENCE = 150_000


def visit(playwright: Playwright, folder: Path) -> tuple[float, float]:
    """Seconds and megabytes, compressed, of one first visit."""
    with tempfile.TemporaryDirectory() as profile, served(folder) as site:
        context = playwright.chromium.launch_persistent_context(profile, **started_with())
        try:
            begun = time.perf_counter()
            context.pages[0].goto(site.url(LESSON), wait_until="commit")
            context.pages[0].wait_for_function(PLAYABLE, polling=50, timeout=PATIENCE)
            return time.perf_counter() - begun, site.total / 1e6
        finally:
            context.close()


def measure(folder: Path) -> None:
    """Print the figures of the site in ``folder``, each beside its bar."""
    pack(folder)
    load = os.getloadavg()[0]
    with sync_playwright() as playwright:
        visits = [visit(playwright, folder) for _ in range(VISITS)]
    seconds, megabytes = zip(*visits, strict=True)
    print(f"First visit to the browser edition, {VISITS} new browsers (other work on {os.cpu_count()} processors: {load:.1f})")
    each = ", ".join(f"{one:.1f}" for one in seconds)
    print(f"  a scene can be played after {statistics.median(seconds):6.1f} s   (bar {SECONDS} s; each: {each})")
    print(f"  sent until then, compressed {max(megabytes):7.2f} MB (bar {MEGABYTES} MB)")


def main() -> None:
    if len(sys.argv) > 1:
        measure(Path(sys.argv[1]))
        return
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder) / "site"
        build = [sys.executable, str(ROOT / "deploy/lite/build.py"), "--output", str(site)]
        done = subprocess.run(build, capture_output=True, text=True, check=False)
        if done.returncode:
            print(f"The browser edition was not measured. {done.stderr.strip()}")
        else:
            measure(site)


if __name__ == "__main__":
    main()
