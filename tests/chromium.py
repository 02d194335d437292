"""The Chromium that the tests drive: where it is, and how it is started."""

import shutil

import pytest

CHROMIUMS = ("chromium", "chromium-browser", "google-chrome")
QUIET = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
         "--disable-component-update", "--disable-sync"]


def started_with() -> dict:
    """What to start it with; the test fails where there is none."""
    found = next(filter(None, map(shutil.which, CHROMIUMS)), None)
    if not found:
        pytest.fail("These tests need Chromium. Install it with: sudo apt-get install chromium", pytrace=False)
    return {"executable_path": found, "args": QUIET}
