"""JupyterLab as a learner meets it: what is set, what is copied, what is handed over."""

import json
import os
import re
import sys
import tomllib
from importlib.util import find_spec
from pathlib import Path

import pytest

from rapport.catalog import root
from rapport.lab import launch

LAB = Path(launch.__file__).parent
EXTENSION = LAB / "extension"
CONFIGS = sorted((LAB / "config").rglob("*.json"))
NBGRADER = {f"nbgrader.server_extensions.{name}"
            for name in ("assignment_list", "course_list", "formgrader", "validate_assignment")}


def config(mode, name):
    return json.loads((LAB / "config" / mode / name).read_text(encoding="utf-8"))


def notebook(*sources, outputs=()):
    cells = [{"cell_type": "code", "source": source, "outputs": list(outputs)} for source in sources]
    return json.dumps({"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 5})


def write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


@pytest.fixture
def shipped(tmp_path):
    """A course with one lesson, its picture and one assignment."""
    source = tmp_path / "shipped"
    write(source / "notebooks/00-start-here.ipynb", notebook("import rapport"))
    write(source / "notebooks/pictures/desk.svg", "<svg/>")
    write(source / "exercises/follow-up/follow-up.ipynb", notebook("%%draft after-the-event\nWrite here."))
    write(source / "notebooks/.ipynb_checkpoints/00-start-here-checkpoint.ipynb", notebook("old"))
    write(source / "solutions/follow-up/follow-up.ipynb", notebook("the answer"))
    return source


@pytest.mark.parametrize("path", CONFIGS, ids=lambda path: path.relative_to(LAB).as_posix())
def test_configuration_is_json(path):
    assert isinstance(json.loads(path.read_text(encoding="utf-8")), dict)


@pytest.mark.parametrize("mode", ["learn", "teach"])
def test_lab_keeps_to_this_machine_and_asks_the_internet_nothing(mode):
    server = config(mode, "jupyter_server_config.json")
    assert server["ServerApp"]["ip"] == "127.0.0.1"
    assert server["ServerApp"]["allow_remote_access"] is False
    assert server["LabApp"] == {
        "check_for_updates_class": "jupyterlab.NeverCheckForUpdate",
        "extension_manager": "readonly",
        "news_url": None,
    }
    disabled = config(mode, "labconfig/page_config.json")["disabledExtensions"]
    assert disabled["@jupyterlab/apputils-extension:announcements"] is True
    settings = config(mode, "labconfig/default_setting_overrides.json")
    assert settings["@jupyterlab/apputils-extension:notification"] == {"checkForUpdates": False, "fetchNews": "false"}


@pytest.mark.parametrize(("mode", "runs"), [("learn", True), ("teach", False)])
def test_lessons_start_by_themselves_for_learners_only(mode, runs):
    settings = config(mode, "labconfig/default_setting_overrides.json")
    assert settings["rapport-lab:plugin"] == {"runOnOpening": runs}


@pytest.mark.parametrize(("mode", "shown"), [("learn", False), ("teach", True)])
def test_nbgrader_shows_to_instructors_only(mode, shown):
    extensions = config(mode, "jupyter_server_config.json")["ServerApp"]["jpserver_extensions"]
    assert {name for name in extensions if name.startswith("nbgrader")} == NBGRADER
    assert all(extensions[name] is shown for name in NBGRADER)
    assert config(mode, "labconfig/page_config.json")["disabledExtensions"]["@jupyter/nbgrader"] is not shown


def test_every_setting_we_change_exists_in_the_lab_that_is_installed():
    schemas = {path.relative_to(folder).with_suffix("").as_posix(): json.loads(path.read_text(encoding="utf-8"))
               for folder in (Path(sys.prefix) / "share/jupyter/lab/schemas", EXTENSION / "schemas")
               for path in folder.rglob("*.json")}
    for mode in ("learn", "teach"):
        for plugin, settings in config(mode, "labconfig/default_setting_overrides.json").items():
            assert settings.keys() <= schemas[plugin.replace(":", "/")]["properties"].keys(), plugin


def test_the_extension_names_only_files_that_are_there():
    package = json.loads((EXTENSION / "package.json").read_text(encoding="utf-8"))
    build = package["jupyterlab"]["_build"]
    remote = (EXTENSION / build["load"]).read_text(encoding="utf-8")
    assert f'_JUPYTERLAB["{package["name"]}"]' in remote
    assert all(f'"{build[part]}":' in remote for part in ("extension", "style"))
    for script in (EXTENSION / "static").glob("*.js"):
        for name in re.findall(r'(?:from "\./|\$\{here\})([\w.]+)["`]', script.read_text(encoding="utf-8")):
            assert (EXTENSION / "static" / name).is_file(), f"{script.name} wants {name}"


def test_the_extension_has_the_version_of_the_package():
    package = json.loads((EXTENSION / "package.json").read_text(encoding="utf-8"))
    settings = EXTENSION / "schemas" / package["name"]
    project = tomllib.loads((root() / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    original = json.loads((settings / "package.json.orig").read_text(encoding="utf-8"))
    assert package["version"] == original["version"] == project["version"]


def test_a_new_folder_is_filled_with_lessons_and_exercises_but_no_solutions(shipped, tmp_path):
    target = tmp_path / "mine"
    assert launch.fill(shipped, target) == ()
    assert sorted(path.relative_to(target).as_posix() for path in target.rglob("*") if path.is_file()) == [
        "exercises/follow-up/follow-up.ipynb", "notebooks/00-start-here.ipynb", "notebooks/pictures/desk.svg",
    ]


def test_what_a_learner_wrote_is_never_overwritten(shipped, tmp_path):
    target = tmp_path / "mine"
    mine = write(target / "exercises/follow-up/follow-up.ipynb", notebook("%%draft after-the-event\nDear Hannah"))
    before = mine.read_bytes()
    assert launch.fill(shipped, target) == ("exercises/follow-up/follow-up.ipynb",)
    assert mine.read_bytes() == before
    assert (target / "notebooks/00-start-here.ipynb").is_file()


def test_a_lesson_that_was_only_run_does_not_count_as_changed(shipped, tmp_path):
    target = tmp_path / "mine"
    ran = write(target / "notebooks/00-start-here.ipynb", notebook("import rapport", outputs=[{"text": "ran"}]))
    before = ran.read_bytes()
    assert launch.fill(shipped, target) == ()
    assert ran.read_bytes() == before


def test_a_learner_hears_which_files_were_left_alone():
    assert launch.kept_sentence(["a.ipynb", "b.ipynb"]).startswith("Your own version is kept: a.ipynb, b.ipynb.")


def test_a_checkout_is_opened_where_it_is(shipped, monkeypatch):
    write(shipped / "pyproject.toml", "")
    monkeypatch.setattr(launch.catalog, "root", lambda: shipped)
    before = sorted(shipped.rglob("*"))
    assert launch.course_folder() == (shipped, ())
    assert sorted(shipped.rglob("*")) == before


def test_an_installed_course_goes_to_a_folder_of_its_own(shipped, tmp_path, monkeypatch):
    monkeypatch.setattr(launch.catalog, "root", lambda: shipped)
    monkeypatch.chdir(tmp_path)
    folder, kept = launch.course_folder()
    assert (folder, kept) == (tmp_path / "rapport-course", ())
    assert (folder / launch.FIRST_PAGE).is_file()


@pytest.mark.parametrize(("teach", "name"), [(False, "learn"), (True, "teach")])
def test_our_configuration_comes_before_any_other_and_nothing_else_changes(teach, name):
    base = {"PATH": "/bin", "HOME": "/home/ama", "JUPYTER_CONFIG_PATH": "/their/config"}
    made = launch.environment(base, teach)
    assert made["JUPYTER_CONFIG_PATH"].split(os.pathsep) == [str(LAB / "config" / name), "/their/config"]
    assert made["JUPYTER_PREFER_ENV_PATH"] == "1"
    changed = {"JUPYTER_CONFIG_PATH", "JUPYTER_PREFER_ENV_PATH"}
    assert {key: made[key] for key in made if key not in changed} == {"PATH": "/bin", "HOME": "/home/ama"}
    assert launch.environment({})["JUPYTER_CONFIG_PATH"] == str(LAB / "config" / "learn")


def test_a_learner_starts_on_the_first_page_and_an_instructor_in_all_of_lab():
    first = f"--LabApp.default_url=/doc/tree/{launch.FIRST_PAGE}"
    assert first in launch.command()
    assert first not in launch.command(teach=True)


def test_the_command_passes_on_what_it_is_given():
    made = launch.command(browser=False, port=8123, argv=("--debug",))
    assert made[:3] == [sys.executable, "-m", "jupyterlab"]
    assert {"--no-browser", "--port=8123"} <= set(made) and made[-1] == "--debug"


def test_without_jupyterlab_there_is_one_line_that_says_how_to_get_it(monkeypatch, capsys, tmp_path):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(launch, "find_spec", lambda name: None if name == "jupyterlab" else find_spec(name))
    assert launch.learn(tmp_path / "mine") == 2
    said = capsys.readouterr()
    assert said.err.splitlines() == [launch.MISSING] and "pip install" in said.err
    assert not (tmp_path / "mine").exists()
