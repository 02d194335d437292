"""A real Chromium for the sheets to print."""

import pytest
from chromium import started_with


@pytest.fixture(scope="module")
def chromium_page(driver):
    """A page in the system's Chromium. The sheets forbid every script, so axe needs that rule set aside."""
    browser = driver.chromium.launch(**started_with())
    yield browser.new_context(bypass_csp=True).new_page()
    browser.close()
