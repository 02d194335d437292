"""A broken brief or scene is told by file, line, field and remedy."""

import pytest

BRIEF = "scenarios/briefs/after-the-event.yaml"


@pytest.mark.parametrize("old, new, shown, remedy", [
    ("id: after-the-event", "id: after-event", "id: The id is “after-event”", "Make the two the same"),
    ("title: Two days after the meet-up\n", "", "title: The brief has no title", "Add a line “title: …”"),
    ("status: peer", "status: boss", "status: “boss” is no status", "peer, above"),
    ("owed:", "owes:", "owes: A brief has no field “owes”", "Known fields"),
    ("relationship: \"met once: forty", "relationship: met once: \"forty", "not valid YAML", "double quotes"),
])
def test_a_broken_brief_is_told_with_its_line(material, old, new, shown, remedy):
    path = material.spoil(BRIEF, old, new)
    found = next(fault for fault in material.faults("briefs.complete") if shown in fault)
    assert remedy in found and found.startswith(f"{path}:")


def test_a_brief_that_is_saved_under_another_ending_is_told(material):
    (material.root / "scenarios" / "briefs" / "my-brief.yml").write_text("id: my-brief\n", encoding="utf-8")
    told, = material.faults("briefs.nothing_astray")
    assert "my-brief.yml" in told and ".yaml" in told


@pytest.mark.parametrize("folder", ["briefs", "scenes", "spots"])
def test_a_name_that_belongs_to_learners_is_told(material, folder):
    path = material.root / "scenarios" / folder / "my-own.yaml"
    path.parent.mkdir(exist_ok=True)
    path.write_text("id: my-own\n", encoding="utf-8")
    told, = material.faults("briefs.own_names_are_free")
    assert str(path) in told and "Choose another name" in told


def test_a_scene_that_names_an_unknown_mistake_is_told_with_its_line(material):
    path = min((material.root / "scenarios" / "scenes").glob("*.yaml"))
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("mistake: no-clear-ask", "mistake: no-clear-aks", 1), encoding="utf-8")
    line = next(n for n, one in enumerate(path.read_text(encoding="utf-8").splitlines(), 1) if "no-clear-aks" in one)
    told = [fault for fault in material.faults("scenes.scenes_play") if "no-clear-aks" in fault]
    assert told and f"{path}:{line}: " in told[0] and "“no-clear-ask”" in told[0]


def test_a_scene_that_is_no_yaml_is_told(material):
    path = min((material.root / "scenarios" / "scenes").glob("*.yaml"))
    path.write_text("id: [\n", encoding="utf-8")
    told = material.faults("scenes.scenes_play")
    assert told and str(path) in told[0] and "not valid YAML" in told[0]
