"""For all tests, the notebooks that are run as tests (nbval) among them."""

import os
import tempfile

import pytest


def pytest_configure(config):
    """Notebooks run with nothing kept from before, like a learner's first visit."""
    os.environ["RAPPORT_HOME"] = tempfile.mkdtemp(prefix="rapport-home-")


@pytest.hookimpl(trylast=True)
def pytest_runtest_setup(item):
    """Close what nbval opens for a notebook's kernel and forgets: /dev/null, which would fail another test as a warning."""
    kernel = getattr(item.parent, "kernel", None)
    if kernel:  # which has a /dev/null of its own by now
        kernel.km._launch_args["stderr"].close()
