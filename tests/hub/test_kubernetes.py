"""The files for Kubernetes cannot be run here. What they say of our own code and of the log-in can be tried."""

import asyncio
import re
import tomllib
from concurrent.futures import ThreadPoolExecutor
from importlib.metadata import entry_points
from types import SimpleNamespace

import pytest
import yaml
from traitlets.config import Config

from rapport.catalog import root
from rapport.lab import launch

FOLDER = root() / "deploy/hub/kubernetes"
VALUES = yaml.safe_load((FOLDER / "values.yaml").read_text(encoding="utf-8"))
DOCKERFILE = (FOLDER / "Dockerfile").read_text(encoding="utf-8").replace("\\\n", " ")
HUB, LEARNER = VALUES["hub"], VALUES["singleuser"]
HOME = {"name": "volume-ana", "persistentVolumeClaim": {"claimName": "claim-ana"}}
HOME_MOUNT = {"name": "volume-ana", "mountPath": "/home/jovyan"}


def lines(instruction):
    return re.findall(rf"^{instruction} (.*)$", DOCKERFILE, flags=re.MULTILINE)


def copied():
    return [word for line in lines("COPY") for word in line.split()[:-1]]


def test_the_image_gets_no_exemplary_answer():
    assert copied() and all((root() / name).exists() for name in copied())
    assert not [name for name in copied() if name in (".", "./") or name.startswith("solutions")]
    assert not list((root() / "exercises").rglob("*solution*"))


def test_the_image_gets_all_that_the_package_is_built_from():
    """Without one of them the build ends in the middle."""
    project = tomllib.loads((root() / "pyproject.toml").read_text(encoding="utf-8"))
    wheel = project["tool"]["hatch"]["build"]["targets"]["wheel"]
    needed = {project["project"]["readme"], *project["project"]["license-files"], *wheel["force-include"]}
    needed |= {path.split("/")[0] for path in (*wheel["packages"], *wheel["shared-data"])}
    assert needed <= set(copied())


def test_pip_is_never_asked_for_two_versions_of_one_package():
    """pip ends with an error where one step names the pinned list and another version of something in it."""
    steps = [step for line in lines("RUN") for step in line.split("&&") if "pip install" in step]
    assert any("requirements.txt" in step for step in steps)
    assert not [step for step in steps if "-r requirements.txt" in step and "==" in step]


def test_image_and_pods_start_the_same_program_as_the_same_user():
    [user] = lines("USER")
    [started] = lines("CMD")
    assert f"--uid {user} " in lines("RUN")[0]
    assert yaml.safe_load(started) == LEARNER["cmd"]
    assert (root() / "src" / (LEARNER["cmd"][-1].replace(".", "/") + ".py")).is_file()
    assert lines("WORKDIR")[-1] == LEARNER["storage"]["homeMountPath"]


def test_the_settings_named_for_lab_are_in_the_image():
    """/opt/rapport leads to the package's folder lab."""
    assert re.search(r"import rapport\.lab as l.* /opt/rapport$", DOCKERFILE, flags=re.MULTILINE)
    profiles = [profile.get("kubespawner_override", {}).get("environment", {}) for profile in LEARNER["profileList"]]
    named = [place["JUPYTER_CONFIG_PATH"] for place in (LEARNER["extraEnv"], *profiles) if place]
    assert [place.removeprefix("/opt/rapport/config/") for place in named] == ["learn", "teach"]
    for place in named:
        assert (root() / "src/rapport/lab" / place.removeprefix("/opt/rapport/")).is_dir()


def test_the_cluster_opens_the_first_page_and_ends_nobody_in_thought():
    assert LEARNER["defaultUrl"].endswith(launch.FIRST_PAGE)
    assert VALUES["cull"]["timeout"] >= 7200
    assert LEARNER["memory"]["guarantee"] != "1G"


@pytest.fixture(params=[lambda entry: [entry], lambda entry: {"home": entry}], ids=["as up to 4.2", "as from 4.3"])
def spawner(request):
    """As the chart hands it to our hook, which runs before each start: a list of volumes, or names for them."""
    return SimpleNamespace(user=SimpleNamespace(), volumes=request.param(HOME), volume_mounts=request.param(HOME_MOUNT))


def run_hook(spawner):
    c = Config()
    exec(HUB["extraConfig"]["grading"], {"c": c})  # as the chart does
    c.KubeSpawner.pre_spawn_hook(spawner)


def test_instructors_get_the_grading_volume_beside_their_own(spawner):
    spawner.user.admin = True
    run_hook(spawner)
    (own, grading), (own_mount, grading_mount) = spawner.volumes, spawner.volume_mounts
    assert (own, own_mount) == (HOME, HOME_MOUNT)
    assert grading["name"] == grading_mount["name"]
    assert grading_mount["mountPath"] == LEARNER["storage"]["homeMountPath"] + "/grading"
    claim = grading["persistentVolumeClaim"]["claimName"]
    assert f"called `{claim}`" in " ".join((FOLDER / "README.md").read_text(encoding="utf-8").split())


def test_learners_never_get_it(spawner):
    spawner.user.admin = False
    run_hook(spawner)
    assert "grading" not in str((spawner.volumes, spawner.volume_mounts))


def test_the_log_in_lets_learners_in_and_keeps_the_instructors_names_for_instructors():
    settings, passwords = HUB["config"]["Authenticator"], HUB["config"]["SharedPasswordAuthenticator"]
    [log_in] = entry_points(group="jupyterhub.authenticators", name=HUB["config"]["JupyterHub"]["authenticator_class"])
    authenticator = log_in.load()(config=Config(HUB["config"]))
    instructor = authenticator.normalize_username(settings["admin_users"][0])
    authenticator.admin_users = {instructor}  # JupyterHub does this with all of them when it starts

    def enter(name, password):
        form = {"username": name, "password": password}
        with ThreadPoolExecutor(1) as apart:  # the browser tests of the same process keep a loop running in this thread
            return apart.submit(asyncio.run, authenticator.get_authenticated_user(None, form)).result()

    assert not enter("ana", passwords["user_password"])["admin"]
    assert enter(instructor, passwords["admin_password"])["admin"]
    assert enter(instructor, passwords["user_password"]) is None
    assert enter("ana", "guess") is None
