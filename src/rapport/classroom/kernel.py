"""A kernel on the hub, spoken to as a page does: over the proxy, by the learner's own token."""

from __future__ import annotations

import json
import time
import uuid
from collections.abc import Callable

import websocket

from .hub_api import request

PATIENCE = 600
WIDGET = "jupyter.widget"


class KernelTrouble(RuntimeError):
    """The kernel answered with an error, or not at all."""


class Kernel:
    """One kernel of a user's server. Use it in a ``with`` block: the line is closed at the end, and the kernel lives on."""

    def __init__(self, address: str, user: str, token: str):
        base = f"{address}/user/{user}/api/kernels"
        self.id = request(base, token, "POST", {"name": "python3"})["id"]
        line = f"{base.replace('http', 'ws', 1)}/{self.id}/channels?session_id={uuid.uuid4().hex}"
        self._socket = websocket.create_connection(line, timeout=PATIENCE, header=[f"Authorization: token {token}"])

    def __enter__(self) -> Kernel:
        return self

    def __exit__(self, *reason: object) -> None:
        self._socket.close()

    def run(self, code: str) -> list[dict]:
        """Run a cell; what came out, message by message. Raises KernelTrouble where the cell failed."""
        sent = self._send("shell", "execute_request", {
            "code": code, "silent": False, "store_history": True, "user_expressions": {}, "allow_stdin": False,
            "stop_on_error": True,
        })
        found: list[dict] = []
        self._until(lambda message: message["parent_header"].get("msg_id") == sent and _is_idle(message), found)
        own = [message for message in found if message["parent_header"].get("msg_id") == sent]
        for message in own:
            if message["header"]["msg_type"] == "error":
                raise KernelTrouble(f"{message['content']['ename']}: {message['content']['evalue']}")
        return own

    def tell_widget(self, comm: str, content: object) -> dict:
        """Send what a page's widget would; returns the state that comes back."""
        sent = self._send("shell", "comm_msg", {"comm_id": comm, "data": {"method": "custom", "content": content}})
        found: list[dict] = []
        self._until(lambda message: message["parent_header"].get("msg_id") == sent and _is_idle(message), found)
        state: dict = {}
        for message in found:
            if message["header"]["msg_type"] == "comm_msg" and message["content"]["comm_id"] == comm:
                state.update(message["content"]["data"].get("state", {}))
        return state

    def listen(self, seconds: float) -> None:
        """Be there for a while, as an open page is: answer the server's signs of life, and let messages pass."""
        end = time.monotonic() + seconds
        try:
            while (left := end - time.monotonic()) > 0:
                self._socket.settimeout(left)
                self._socket.recv()
        except websocket.WebSocketTimeoutException:
            pass
        except (websocket.WebSocketException, OSError) as error:
            raise KernelTrouble(f"The line to the kernel broke: {error}") from error
        finally:
            self._socket.settimeout(PATIENCE)

    def _send(self, channel: str, kind: str, content: dict) -> str:
        name = uuid.uuid4().hex
        header = {"msg_id": name, "msg_type": kind, "username": "", "session": name, "date": "", "version": "5.3"}
        self._socket.send(json.dumps({"header": header, "parent_header": {}, "metadata": {}, "content": content,
                                      "channel": channel, "buffers": []}))
        return name

    def _until(self, ends: Callable[[dict], bool], found: list[dict]) -> None:
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            try:
                message = json.loads(self._socket.recv())
            except (websocket.WebSocketException, OSError) as error:
                raise KernelTrouble(f"The line to the kernel broke: {error}") from error
            found.append(message)
            if ends(message):
                return
        raise KernelTrouble(f"No answer within {PATIENCE} seconds.")


def opened_widgets(messages: list[dict]) -> list[str]:
    """The comms of the widgets that a cell opened, in order; the one that is shown is the last."""
    return [message["content"]["comm_id"] for message in messages
            if message["header"]["msg_type"] == "comm_open" and message["content"]["target_name"] == WIDGET]


def shown(messages: list[dict]) -> str:
    """All text that a cell showed."""
    texts = []
    for message in messages:
        content = message["content"]
        texts += [content["text"]] if message["header"]["msg_type"] == "stream" else content.get("data", {}).values() \
            if message["header"]["msg_type"] in ("execute_result", "display_data") else []
    return "\n".join(text for text in texts if isinstance(text, str))


def _is_idle(message: dict) -> bool:
    return message["header"]["msg_type"] == "status" and message["content"]["execution_state"] == "idle"
