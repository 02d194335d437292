"""What the page for whoever keeps a hub says is what the board and JupyterHub go by."""

import json
import re
from importlib.util import find_spec
from types import SimpleNamespace

import pytest

from rapport.catalog import root
from rapport.classboard.__main__ import main
from rapport.classboard.settings import from_environment
from rapport.sharing import channel

PAGE = root() / "deploy/hub/board/README.md"


@pytest.fixture
def config():
    """The hub's configuration after the lines of the page."""
    hub = SimpleNamespace(services=[], load_roles=[])
    c = SimpleNamespace(JupyterHub=hub, Spawner=SimpleNamespace(environment={}))
    block, = re.findall(r"```python\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    exec(block, {"c": c})
    return c


def test_the_lines_for_the_hub_start_this_board(config, monkeypatch):
    service, = config.JupyterHub.services
    assert service["command"][1] == "-m" and find_spec(service["command"][2])
    prefix = f"/services/{service['name']}/"
    given = from_environment({**service["environment"], "JUPYTERHUB_SERVICE_URL": service["url"],
                              "JUPYTERHUB_SERVICE_PREFIX": prefix})
    role, = config.JupyterHub.load_roles
    assert role["groups"] == [given.group] and role["scopes"] == [f"access:services!service={service['name']}"]
    assert given.keep == 7 * 24 * 60 * 60 and (given.host, given.port) == ("127.0.0.1", 10101)
    monkeypatch.setenv("JUPYTERHUB_API_TOKEN", "x")
    for name, value in config.Spawner.environment.items():
        monkeypatch.setenv(name, value)
    assert channel.address() == service["url"] + prefix


def test_every_setting_of_the_page_is_one(config):
    code = "".join(path.read_text(encoding="utf-8") for folder in ("classboard", "sharing")
                   for path in (root() / "src/rapport" / folder).glob("*.py"))
    for name in re.findall(r"`(RAPPORT_BOARD_\w+)`", PAGE.read_text(encoding="utf-8")):
        assert f'"{name}"' in code, name


def test_the_page_for_learners_asks_for_the_board():
    cells = json.loads(PAGE.with_name("class.ipynb").read_text(encoding="utf-8"))["cells"]
    code, = ("".join(cell["source"]) for cell in cells if cell["cell_type"] == "code")
    assert code.split() == ["import", "rapport", "rapport.board()"]


def test_outside_a_hub_the_board_does_not_start_and_says_why(monkeypatch, capsys):
    monkeypatch.delenv("JUPYTERHUB_SERVICE_URL", raising=False)
    assert main() == 2
    assert "JUPYTERHUB_SERVICE_URL is not set" in capsys.readouterr().err
