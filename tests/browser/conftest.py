"""A real Chromium and a real JupyterLab on a copy of the course, both ended with the tests."""

import os
import re
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from chromium import started_with
from playwright.sync_api import expect

import rapport
from rapport.catalog import root
from rapport.lab import launch

# Firefox is asked for by make firefox-test, so that not every developer needs a second browser.
collect_ignore = [] if os.environ.get("RAPPORT_FIREFOX") else ["test_in_firefox.py"]
PATIENCE = 120  # seconds; a busy machine starts Lab, a kernel and a page one after another
TOKEN = "for-tests-only"


class Lab:
    """A running server: where it is, and the folder of the course that it shows."""

    def __init__(self, address: str, course: Path):
        self.address, self.course = address, course

    def url(self, notebook: str) -> str:
        return f"{self.address}/doc/tree/{notebook}?token={TOKEN}"


@pytest.fixture(scope="session")
def browser(driver):
    expect.set_options(timeout=PATIENCE * 1000)
    chromium = driver.chromium.launch(**started_with())
    yield chromium
    chromium.close()


@contextmanager
def _watched(browser):
    """A page in a fresh profile; at the end it must have asked no other machine, and our part have had no error."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    context.set_default_timeout(PATIENCE * 1000)
    asked, errors = [], []
    context.on("request", lambda request: asked.append(request.url))
    page = context.new_page()
    page.on("websocket", lambda socket: asked.append(socket.url))
    page.on("console", lambda message: message.type == "error" and errors.append(message.text))
    page.on("pageerror", lambda error: errors.append(str(error)))
    yield page
    context.close()
    elsewhere = {url for url in asked if urlsplit(url).scheme not in ("data", "blob")
                 and urlsplit(url).hostname != "127.0.0.1"}
    assert not elsewhere
    assert not [error for error in errors if re.search("rapport|activat", error)]


@pytest.fixture
def page(browser):
    """A watched page of a test's own."""
    with _watched(browser) as page:
        yield page


@pytest.fixture(scope="module")
def one_page(browser):
    """A watched page that the tests of a file share."""
    with _watched(browser) as page:
        yield page


@pytest.fixture(autouse=True)
def no_faults_met(request):
    """A test with a visitor tells the faults that the visitor met, all at once."""
    if "visitor" not in request.fixturenames:
        yield
        return
    visitor = request.getfixturevalue("visitor")
    visitor.faults.clear()
    yield
    visitor.has_met_no_faults()


@pytest.fixture(scope="module")
def lab(tmp_path_factory):
    """Lab as a learner gets it."""
    yield from _served(tmp_path_factory.mktemp("learn"), teach=False)


@pytest.fixture(scope="module")
def teaching_lab(tmp_path_factory):
    """Lab as an instructor gets it."""
    yield from _served(tmp_path_factory.mktemp("teach"), teach=True)


@pytest.fixture
def picture(page, request):
    """Saves what the page shows, where RAPPORT_SCREENSHOTS names a folder."""
    folder = os.environ.get("RAPPORT_SCREENSHOTS")
    test = re.sub(r"[^\w-]+", "-", request.node.name)

    def take(name: str) -> None:
        if folder:
            Path(folder).mkdir(parents=True, exist_ok=True)
            page.screenshot(path=Path(folder) / f"{test}-{name}.png")

    return take


def _served(home: Path, teach: bool):
    course = home / "course"
    launch.fill(root(), course)
    port = _free_port()
    server = _start(home, course, port, teach)
    try:
        _wait_for(f"http://127.0.0.1:{port}/api/status?token={TOKEN}", server, home / "lab.log")
        yield Lab(f"http://127.0.0.1:{port}", course)
    finally:
        _end(server)


def _start(home: Path, course: Path, port: int, teach: bool) -> subprocess.Popen:
    env = launch.environment({**os.environ, **_own_folders(home)}, teach)
    env["PYTHONPATH"] = str(Path(rapport.__file__).parents[1])
    options = [f"--IdentityProvider.token={TOKEN}", "--ServerApp.port_retries=0"]
    with (home / "lab.log").open("wb") as log:
        return subprocess.Popen(
            launch.command(browser=False, port=port, teach=teach, argv=options),
            cwd=course, env=env, stdout=log, stderr=subprocess.STDOUT, start_new_session=True,
        )


def _own_folders(home: Path) -> dict[str, str]:
    """Nothing of whoever runs the tests is read or changed."""
    names = ("RAPPORT_HOME", "IPYTHONDIR", "JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR",
             "JUPYTERLAB_SETTINGS_DIR", "JUPYTERLAB_WORKSPACES_DIR")
    return {name: str(home / name.lower()) for name in names}


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _wait_for(url: str, server: subprocess.Popen, log: Path) -> None:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end and server.poll() is None:
        try:
            with urllib.request.urlopen(url, timeout=5):
                return
        except (urllib.error.URLError, TimeoutError, ConnectionError):
            time.sleep(0.2)
    pytest.fail(f"JupyterLab did not start:\n{log.read_text(encoding='utf-8', errors='replace')}", pytrace=False)


def _end(server: subprocess.Popen) -> None:
    """End the server and its kernels, which share its process group."""
    for sign in (signal.SIGTERM, signal.SIGKILL):
        try:
            os.killpg(server.pid, sign)
            server.wait(timeout=15)
        except ProcessLookupError:
            break
        except subprocess.TimeoutExpired:
            continue
    server.wait(timeout=15)
