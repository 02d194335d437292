"""Debian's Firefox, driven by WebDriver BiDi (a W3C standard that it speaks itself, so that no driver is needed)."""

from __future__ import annotations

import itertools
import json
import re
import shutil
import subprocess
import time
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
import websocket

PATIENCE = 120  # seconds
FIREFOXES = ("firefox-esr", "firefox")
SPEAKS = re.compile(r"WebDriver BiDi listening on (ws://127\.0\.0\.1:\d+)")
CONTROL, ENTER = "\ue009", "\ue006"


class Firefox:
    """One tab. ``run`` takes a JavaScript expression and gives its value; ``press`` presses keys together."""

    def __init__(self, address: str):
        self.line = websocket.create_connection(f"{address}/session", timeout=PATIENCE, suppress_origin=True)
        self.numbers = itertools.count(1)
        self.tell("session.new", capabilities={})
        # The first window of a headless Firefox is never the active one; in another the focus moves as for a person.
        self.tab = self.tell("browsingContext.create", type="window")["context"]
        self.tell("browsingContext.activate", context=self.tab)

    def tell(self, method: str, **params) -> dict:
        """Send a command and wait for its result. Raises AssertionError where Firefox refuses it."""
        number = next(self.numbers)
        self.line.send(json.dumps({"id": number, "method": method, "params": params}))
        while (answer := json.loads(self.line.recv())).get("id") != number:
            continue  # an event
        assert answer["type"] == "success", answer
        return answer["result"]

    def open(self, address: str) -> None:
        self.tell("browsingContext.navigate", context=self.tab, url=address, wait="complete")

    def run(self, expression: str, *given: str) -> object:
        """The value of ``expression``, a JavaScript function of the texts that are ``given``, as JSON can hold it."""
        found = self.tell("script.callFunction", target={"context": self.tab}, awaitPromise=True,
                          functionDeclaration=f"(...given) => JSON.stringify(({expression})(...given) ?? null)",
                          arguments=[{"type": "string", "value": text} for text in given])
        assert found["type"] == "success", found
        return json.loads(found["result"]["value"])

    def press(self, *keys: str) -> None:
        down = [{"type": "keyDown", "value": key} for key in keys]
        up = [{"type": "keyUp", "value": key} for key in reversed(keys)]
        self._act(down + up)

    def type(self, text: str) -> None:
        """Type a text without line breaks, key by key."""
        self._act([{"type": way, "value": key} for key in text for way in ("keyDown", "keyUp")])

    def _act(self, actions: list[dict]) -> None:
        self.tell("input.performActions", context=self.tab, actions=[{"type": "key", "id": "keys", "actions": actions}])


@contextmanager
def firefox(profile: Path):
    """A headless Firefox with a profile of its own, ended at the end."""
    found = next(filter(None, map(shutil.which, FIREFOXES)), None)
    if not found:
        pytest.fail("This test needs Firefox. Install it with: sudo apt-get install firefox-esr", pytrace=False)
    said = profile / "said.log"
    with said.open("wb") as log:
        process = subprocess.Popen([found, "--headless", "--no-remote", "--profile", profile, "--remote-debugging-port=0"],
                                   stdout=log, stderr=subprocess.STDOUT, env={"HOME": str(profile), "PATH": "/usr/bin:/bin"})
    try:
        driven = Firefox(_address(process, said))
        with closing(driven.line):
            yield driven
    finally:
        process.terminate()
        process.wait(PATIENCE)


def _address(process: subprocess.Popen, said: Path) -> str:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end and process.poll() is None:
        if match := SPEAKS.search(said.read_text("utf-8", "replace")):
            return match[1]
        time.sleep(0.2)
    pytest.fail(f"Firefox did not start:\n{said.read_text('utf-8', 'replace')}", pytrace=False)
