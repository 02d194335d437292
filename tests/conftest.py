import pytest

LONG = ("training/test_model.py", "grading/test_hostile.py", "lite/", "grading/test_batch_kills.py")
"""Files whose tests take minutes: begun first, so that no process is left with one of them at the end."""


def pytest_collection_modifyitems(items):
    items.sort(key=lambda item: next((place for place, name in enumerate(LONG) if f"tests/{name}" in item.nodeid), len(LONG)))


@pytest.fixture(autouse=True)
def own_home(tmp_path, monkeypatch):
    """No test reads or writes what a learner has kept on this machine."""
    monkeypatch.setenv("RAPPORT_HOME", str(tmp_path / "rapport-home"))


@pytest.fixture(scope="session")
def driver():
    """Playwright; there can be only one at a time."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        yield playwright


@pytest.fixture(scope="module")
def one_shell():
    """IPython as a kernel has it, once a file."""
    from IPython.core.interactiveshell import InteractiveShell

    yield InteractiveShell.instance()
    InteractiveShell.clear_instance()


@pytest.fixture
def shell(one_shell):
    """The same with the course loaded."""
    from rapport.notebook import load_ipython_extension, unload_ipython_extension

    load_ipython_extension(one_shell)
    yield one_shell
    unload_ipython_extension(one_shell)
