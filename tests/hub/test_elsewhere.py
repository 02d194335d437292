"""What we cannot run here (Binder, containers, TLJH, systemd) is at least held to what can be known."""

import configparser
import json
import re
import textwrap

import click
import pytest
import yaml
from traitlets.config import Config

from rapport.catalog import root
from rapport.classroom.environment import ONE_THREAD
from rapport.cli import main

HUB = root() / "deploy/hub"
MAKEFILE = (root() / "Makefile").read_text(encoding="utf-8")
LOCKED_PYTHON = re.search(r"--python-version (\S+)", MAKEFILE)[1]


def command_of(words):
    """The command of ours that a line starts, and what is left of the line: its arguments."""
    command = main
    while isinstance(command, click.Group):
        command = command.commands[words.pop(0)]
    return command, words


def conda_entries():
    environment = yaml.safe_load((root() / "environment.yml").read_text(encoding="utf-8"))
    return [entry for entry in environment["dependencies"] if isinstance(entry, str)]


@pytest.mark.parametrize("entry", conda_entries())
def test_each_line_for_conda_is_a_name_and_at_most_one_version(entry):
    """The form that conda reads in one way only: NAME or NAME=VERSION. Tried once with conda's own reader (py-rattler)."""
    assert re.fullmatch(r"[a-z][a-z0-9-]*(=\d+(\.\d+)*)?", entry)


def test_binders_python_is_the_one_that_the_lock_is_for():
    """repo2docker takes “python=3.11” as it stands, and makes 3.10 of “python>=3.11”."""
    [python] = [entry for entry in conda_entries() if entry.startswith("python")]
    assert python == f"python={LOCKED_PYTHON}"


@pytest.mark.parametrize("folder", ["binder", ".binder"])
def test_nothing_makes_binder_pass_over_our_files(folder):
    assert not (root() / folder).exists()


@pytest.fixture(scope="module")
def container():
    return json.loads((root() / ".devcontainer/devcontainer.json").read_text(encoding="utf-8"))


def test_the_container_is_set_up_as_make_does_it(container):
    """So that make, in its terminal, does not begin again."""
    steps = container["postCreateCommand"].split(" && ")
    made = [line for line in re.findall(r"-m (pip install --quiet .*)", MAKEFILE) if "uv" not in line]
    assert [step.partition("-m ")[2] for step in steps if "pip install" in step] == made
    assert "READY := $(VENV)/.ready" in MAKEFILE and steps[-1] == "touch .venv/.ready"
    assert container["image"].endswith(f"python:{LOCKED_PYTHON}")


def test_the_container_opens_the_course_at_the_port_that_it_forwards(container):
    program, *words = container["postAttachCommand"].split()
    command, arguments = command_of(words)
    assert program == ".venv/bin/rapport" and command.name == "learn"
    [port] = container["forwardPorts"]
    understood = command.make_context(command.name, arguments).params
    assert understood["no_browser"] and understood["port"] == port
    assert list(container["portsAttributes"]) == [str(port)]


def test_the_unit_starts_the_class_as_make_does_and_leaves_time_to_end_it():
    unit = configparser.ConfigParser(interpolation=None)
    unit.optionxform = str  # systemd tells small letters from capitals
    unit.read_string((HUB / "rapport-class.service").read_text(encoding="utf-8"))
    program, *words = unit["Service"]["ExecStart"].split()
    command, [settings] = command_of(words)
    home = re.search(r"^CLASS_HOME \?= (\S+)$", (HUB / "class.mk").read_text(encoding="utf-8"), flags=re.MULTILINE)[1]
    assert program == f"{home}/bin/rapport" and command is main.commands["class"].commands["start"]
    assert settings.endswith("/deploy/hub/class.yaml") and (HUB / "class.yaml").is_file()
    assert int(unit["Service"]["TimeoutStopSec"]) >= 60


def test_tljh_ends_nobody_in_thought_and_keeps_threads_down():
    page = (HUB / "TLJH.md").read_text(encoding="utf-8")
    settings = dict(re.findall(r"tljh-config set (\S+) (\S+)", page))
    assert int(settings["services.cull.timeout"]) >= 7200
    assert set(settings) == {"services.cull.timeout", "limits.memory", "limits.cpu"}
    c = Config()
    exec(textwrap.dedent(re.search(r"```python\n(.*?)```", page, flags=re.DOTALL)[1]), {"c": c})
    assert c.Spawner.environment == ONE_THREAD and c.Spawner.start_timeout == c.Spawner.http_timeout == 300


def test_what_was_not_run_says_so():
    cluster = [f"kubernetes/{name}" for name in ("README.md", "values.yaml", "Dockerfile")]
    paths = [HUB / name for name in ("BINDER.md", "TLJH.md", "rapport-class.service", *cluster)]
    for path in [*paths, root() / "deploy/lite/README.md", root() / ".github/workflows/pages.yml"]:
        assert re.search("not run", path.read_text(encoding="utf-8"), flags=re.IGNORECASE), path
