"""What we cannot run here (Binder, Kubernetes, containers) is at least held to what can be known."""

import json
import re

import pytest
import yaml

from rapport.catalog import root
from rapport.lab import launch

VALUES = yaml.safe_load((root() / "deploy/hub/kubernetes/values.yaml").read_text(encoding="utf-8"))
DOCKERFILE = (root() / "deploy/hub/kubernetes/Dockerfile").read_text(encoding="utf-8")


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
    assert python == "python=3.11"
    makefile = (root() / "Makefile").read_text(encoding="utf-8")
    assert f"--python-version {python.split('=')[1]}" in makefile


@pytest.mark.parametrize("folder", ["binder", ".binder"])
def test_nothing_makes_binder_pass_over_our_files(folder):
    assert not (root() / folder).exists()


def test_the_container_opens_the_course_as_make_does():
    container = json.loads((root() / ".devcontainer/devcontainer.json").read_text(encoding="utf-8"))
    makefile = (root() / "Makefile").read_text(encoding="utf-8")
    made = re.findall(r"-m (pip install --quiet .*)", makefile)
    for line in made:
        if "uv" not in line:
            assert line in container["postCreateCommand"]
    assert container["postAttachCommand"].endswith(f"--port {container['forwardPorts'][0]}")


def test_the_image_of_the_cluster_gets_no_exemplary_answer():
    copied = [word for line in re.findall(r"^COPY (.*)$", DOCKERFILE, flags=re.MULTILINE) for word in line.split()[:-1]]
    assert copied and all((root() / name).exists() for name in copied)
    assert not [name for name in copied if name in (".", "./") or name.startswith("solutions")]
    assert not list((root() / "exercises").rglob("*solution*"))


def test_the_cluster_opens_the_first_page_and_ends_nobody_in_thought():
    assert VALUES["singleuser"]["defaultUrl"].endswith(launch.FIRST_PAGE)
    assert VALUES["cull"]["timeout"] >= 7200
    assert VALUES["singleuser"]["memory"]["guarantee"] != "1G"
    for name in ("learn", "teach"):
        assert (root() / "src/rapport/lab/config" / name).is_dir()


def test_what_was_not_run_says_so():
    for name in ("kubernetes/README.md", "kubernetes/values.yaml", "kubernetes/Dockerfile", "TLJH.md", "rapport-class.service"):
        assert re.search("not run", (root() / "deploy/hub" / name).read_text(encoding="utf-8"), flags=re.IGNORECASE), name
