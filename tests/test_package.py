"""An installed wheel carries the course and works from any folder."""

import json
import re
import os
import subprocess
import sys
import tomllib
import zipfile

import pytest
from hatchling.build import build_wheel

from rapport.catalog import root


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    target = tmp_path_factory.mktemp("wheel")
    here = os.getcwd()
    os.chdir(root())
    try:
        return target / build_wheel(str(target))
    finally:
        os.chdir(here)


@pytest.fixture(scope="module")
def installed(wheel, tmp_path_factory):
    """The wheel's library part, unpacked where nothing else is."""
    target = tmp_path_factory.mktemp("site")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(target)
    return target


def run_away_from_home(installed, code, tmp_path):
    program = f"import sys; sys.path.insert(0, {str(installed)!r})\n{code}"
    return subprocess.run([sys.executable, "-P", "-c", program], cwd=tmp_path, capture_output=True, text=True)


def test_the_wheel_runs_on_any_python(wheel):
    assert wheel.name.endswith("py3-none-any.whl")


def test_scenes_briefs_lessons_and_exercises_come_with_it(installed, tmp_path):
    code = "from rapport.cli import main; main(['catalog', '--json'])"
    result = run_away_from_home(installed, code, tmp_path)
    assert result.returncode == 0, result.stderr
    here = json.loads(subprocess.run(
        [sys.executable, "-m", "rapport.cli", "catalog", "--json"], capture_output=True, text=True, check=True,
    ).stdout)
    assert json.loads(result.stdout) == here


def test_a_scene_plays_from_any_folder(installed, tmp_path):
    code = ("from rapport import catalog; from rapport.cli import main;"
            "assert 'material' in str(catalog.root()); main(['play', next(iter(catalog.scene_paths())), '--choices', '0'])")
    result = run_away_from_home(installed, code, tmp_path)
    assert result.returncode == 0, result.stderr


def test_sheets_are_written_from_any_folder(installed, tmp_path):
    code = "from rapport.cli import main; main(['sheets', '--to', 'print', '--scene', 'the-strap'])"
    result = run_away_from_home(installed, code, tmp_path)
    assert result.returncode == 0, result.stderr
    assert "plans.html" in result.stdout


def test_solutions_stay_with_the_instructor(wheel):
    with zipfile.ZipFile(wheel) as archive:
        assert not [name for name in archive.namelist() if "solutions" in name]


def test_the_lab_extension_comes_with_it(wheel):
    with zipfile.ZipFile(wheel) as archive:
        assert [name for name in archive.namelist() if name.endswith("labextensions/rapport-lab/package.json")]


def test_every_requirement_is_pinned_once_and_names_no_host():
    lines = (root() / "requirements.txt").read_text(encoding="utf-8").splitlines()
    pins = [line for line in lines if line.strip() and not line.startswith("#")]
    assert all("==" in line for line in pins)
    assert not [line for line in lines if "://" in line or line.startswith("-")]
    names = [line.split("==")[0] for line in pins if ";" not in line]
    assert len(names) == len(set(names))


def test_every_direct_dependency_is_in_the_lock():
    project = tomllib.loads((root() / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = project["dependencies"] + [name for extra in project["optional-dependencies"].values() for name in extra]
    lock = (root() / "requirements.txt").read_text(encoding="utf-8").lower()
    for requirement in wanted:
        name = re.split(r"[\[<>=]", requirement)[0].lower()
        assert name == "rapport" or f"\n{name}==" in f"\n{lock}", requirement
