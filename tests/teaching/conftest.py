"""A real Chromium for the sheets to print."""

import shutil

import pytest
from playwright.sync_api import sync_playwright


@pytest.fixture(scope="module")
def chromium_page():
    """A page in the system's Chromium. The sheets forbid every script, so axe needs that rule set aside."""
    found = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if not found:
        pytest.fail("These tests need Chromium. Install it with: sudo apt-get install chromium", pytrace=False)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=["--no-sandbox", "--disable-gpu"])
        yield browser.new_context(bypass_csp=True).new_page()
        browser.close()
