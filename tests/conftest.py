import os
import tempfile

import pytest


def pytest_configure(config):
    """Notebooks run with nothing kept from before, like a learner's first visit."""
    os.environ["RAPPORT_HOME"] = tempfile.mkdtemp(prefix="rapport-home-")


@pytest.fixture(autouse=True)
def own_home(tmp_path, monkeypatch):
    """No test reads or writes what a learner has kept on this machine."""
    monkeypatch.setenv("RAPPORT_HOME", str(tmp_path / "rapport-home"))
