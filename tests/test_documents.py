"""A YAML file's faults are told with their line, in words for its author."""

from pathlib import Path

import pytest
import yaml

from rapport import documents
from rapport.documents import Fault, Faulty

TEXT = """\
id: the-gate
people:
- name: Ada
  says: "Good evening: come in."
- name: Bo
state: {trust: 2}
"""


def faults(text):
    with pytest.raises(Faulty) as error:
        documents.parse(text, Path("the-gate.yaml"))
    return error.value.faults


def test_a_good_file_gives_its_data_and_the_line_of_every_field(tmp_path):
    path = tmp_path / "the-gate.yaml"
    path.write_text(TEXT, encoding="utf-8")
    document = documents.load(path)
    assert document.data["people"][1] == {"name": "Bo"}
    places = {("id",): 1, ("people", 0, "says"): 4, ("people", 1): 5, ("state", "trust"): 6}
    assert {place: document.line(place) for place in places} == places


def test_a_field_that_is_missing_is_placed_at_its_parent():
    document = documents.parse(TEXT)
    assert document.line(("people", 1, "says")) == 5
    assert document.line(("nothing", "here")) == 1


def test_a_fault_reads_as_place_field_message_and_remedy():
    fault = documents.parse(TEXT, Path("the-gate.yaml")).fault(("people", 0, "says"), "Too long.", "Cut it.")
    assert str(fault) == "the-gate.yaml:4: people.0.says: Too long. Cut it."
    assert str(Fault("the-gate.yaml", 0, "", "Empty.")) == "the-gate.yaml: Empty."


@pytest.mark.parametrize("text, line", [
    ("id: a\nsays: yes: no\n", 2),
    ("id: a\nsays: \"open\nmore: b\n", 4),
    ("id: a\n\tsays: b\n", 2),
])
def test_text_that_is_no_yaml_is_told_with_its_line(text, line):
    fault, = faults(text)
    assert fault.line == line and fault.path == "the-gate.yaml"
    assert "not valid YAML" in fault.message and "double quotes" in fault.remedy


def test_a_field_written_twice_is_told_with_both_lines():
    fault, = faults("id: a\npeople:\n- name: Ada\n  name: Bo\n")
    assert (fault.line, fault.field) == (4, "people.0.name")
    assert "first on line 3" in fault.message and "Keep one" in fault.remedy


def test_every_field_written_twice_is_told():
    assert [fault.line for fault in faults("a: 1\na: 2\nb: 1\nb: 2\n")] == [2, 4]


def test_a_value_that_yaml_cannot_make_is_told():
    fault, = faults("id: a\nday: 2026-13-45\n")
    assert "not valid YAML" in fault.message


def test_a_tag_that_would_make_an_object_is_refused():
    fault, = faults("id: !!python/object/apply:os.getcwd []\n")
    assert "not valid YAML" in fault.message


def test_a_file_that_is_not_utf8_is_told(tmp_path):
    path = tmp_path / "the-gate.yaml"
    path.write_bytes("id: café".encode("latin-1"))
    with pytest.raises(Faulty) as error:
        documents.load(path)
    assert "UTF-8" in str(error.value) and str(path) in str(error.value)


def test_an_empty_file_is_a_document_without_data():
    assert documents.parse("").data is None


def test_a_missing_file_is_the_callers_matter(tmp_path):
    with pytest.raises(OSError):
        documents.load(tmp_path / "nothing.yaml")


def test_the_text_of_faulty_names_every_fault():
    assert str(Faulty([Fault("a", 1, "x", "One."), Fault("b", 0, "", "Two.")])) == "a:1: x: One.\nb: Two."


PLAIN = """\
id: the-gate  # a remark
open: yes
trust: -2
day: 2026-11-20
said: |
  Good evening.
  Come in.
folded: >-
  one
  line
nothing:
quoted: "7"
list: [1, {a: b}, []]
"""


@pytest.mark.parametrize("text", [
    PLAIN,
    "first: &ada {name: Ada}\nsecond: *ada\n",
    "base: &base {a: 1}\nmore:\n  <<: *base\n  b: 2\n",
    "1: one\ntrue: two\n",
    "id: !!str 7\n",
    "- a\n- b\n",
    "only words",
    "# nothing but a remark\n",
])
def test_the_quick_way_gives_what_pyyaml_gives(text):
    assert documents.parse(text).data == yaml.safe_load(text)


@pytest.mark.parametrize("text", ["a: 1\n---\nb: 2\n", "a: *nobody\n", "? [a, b]\n: c\n"])
def test_what_is_no_single_document_of_named_fields_is_told(text):
    assert "not valid YAML" in faults(text)[0].message


def test_lines_are_known_of_a_document_that_is_not_plain():
    assert documents.parse("a: &x 1\nb: *x\n").line(("b",)) == 2
