"""The ways in that README names do what `make` does, and say the same as each other."""

import re

import yaml

from rapport.catalog import root

README = (root() / "README.md").read_text(encoding="utf-8")
MAKEFILE = (root() / "Makefile").read_text(encoding="utf-8")


def block_with(words):
    blocks = re.findall(r"```\n(.*?)```", README, flags=re.DOTALL)
    return next(block for block in blocks if words in block).splitlines()


def long_options(line):
    return line.replace(" -r ", " --requirement ").replace(" -e ", " --editable ")


def test_the_two_commands_come_first():
    opening = README.splitlines()[:6]
    assert [line.split("#")[0].strip() for line in opening if line.startswith("make")] == ["make learn", "make test"]


def test_the_pip_lines_install_what_make_installs():
    pip = [long_options(line).split("pip install ")[1] for line in block_with("pip install") if "pip install" in line]
    made = re.findall(r"-m pip install --quiet (.*)", MAKEFILE)
    assert pip == [line.strip() for line in made if "uv" not in line]


def test_the_pip_block_ends_by_opening_the_course():
    assert block_with("pip install")[-1] == ".venv/bin/rapport learn"


def test_conda_and_binder_get_the_locked_versions():
    environment = yaml.safe_load((root() / "environment.yml").read_text(encoding="utf-8"))
    plain = [item for item in environment["dependencies"] if isinstance(item, str)]
    [pip] = [item["pip"] for item in environment["dependencies"] if isinstance(item, dict)]
    assert plain == ["python=3.11", "pip"]
    assert pip == ["-r requirements.txt", "-e ."]
    assert f"--name {environment['name']} " in " ".join(block_with("conda"))


def test_every_make_target_is_explained():
    targets = set(re.findall(r"^\.PHONY: (.*)$", MAKEFILE, flags=re.MULTILINE)[0].split()) - {"help", "clean"}
    explained = set(re.findall(r'@echo "make ([\w-]+)', MAKEFILE))
    assert targets == explained
