"""The command line: what goes to which stream, and which exit code says what."""

import json

import pytest
from click.testing import CliRunner

from rapport.cli import main

GOOD = {"id": "a1", "brief": "after-the-event", "text": "Dear Hannah, thank you for the offer of the store rooms."}


def run(*words, stdin=None):
    return CliRunner().invoke(main, list(words), input=stdin)


def lines(*rows):
    return "".join(row if isinstance(row, str) else json.dumps(row) + "\n" for row in rows)


def test_assess_writes_one_result_a_line_in_order():
    result = run("assess", "-", stdin=lines(GOOD, {**GOOD, "id": "a2", "text": "hi"}))
    assert result.exit_code == 0, result.stderr
    rows = [json.loads(line) for line in result.stdout.splitlines()]
    assert [row["id"] for row in rows] == ["a1", "a2"]
    assert set(rows[0]) == {"id", "criteria", "score", "sure", "mistakes"}
    assert set(rows[0]["criteria"]) == {"reason", "give", "ask", "close", "courtesy"}


def test_every_finding_has_the_promised_fields_and_a_true_quote():
    text = "Hi Hannah, I need clients badly. Give me your list by tomorrow or I will be cross."
    result = run("assess", "-", stdin=lines({**GOOD, "text": text}))
    findings = json.loads(result.stdout)["mistakes"]
    assert findings
    for finding in findings:
        assert set(finding) == {"label", "mistake", "sure", "quote", "start", "end", "why", "try"}
        assert text[finding["start"]:finding["end"]] == finding["quote"]


@pytest.mark.parametrize("bad, word", [
    ("{not json\n", "JSON"),
    (lines({"id": "x", "brief": "after-the-event"}), "text"),
    (lines({**GOOD, "brief": "after-the-evnt"}), "after-the-event"),
    ('[1, 2]\n', "object"),
])
def test_a_bad_line_is_named_on_standard_error_and_the_rest_is_still_written(bad, word):
    result = run("assess", "-", stdin=lines(GOOD, bad, {**GOOD, "id": "a3"}))
    assert result.exit_code == 2
    assert [json.loads(line)["id"] for line in result.stdout.splitlines()] == ["a1", "a3"]
    assert "line 2" in result.stderr.lower() and word in result.stderr


def test_accuracy_of_the_reader_with_itself_is_perfect(tmp_path):
    judged = json.loads(run("assess", "-", stdin=lines(GOOD)).stdout)
    gold = {**GOOD, "criteria": judged["criteria"], "score": judged["score"],
            "mistakes": [finding["label"] for finding in judged["mistakes"]]}
    file = tmp_path / "gold.jsonl"
    file.write_text(lines(gold), encoding="utf-8")
    result = run("accuracy", str(file))
    assert result.exit_code == 0, result.stderr
    assert "QWK" in result.stdout


def test_catalog_as_json_has_the_fixed_shape():
    result = run("catalog", "--json")
    content = json.loads(result.stdout)
    assert set(content) == {"items", "mistakes", "scenes", "briefs", "lessons", "assignments"}
    assert len(content["mistakes"]) == 22
    mistake = next(row for row in content["mistakes"] if row["id"] == "no-follow-up")
    assert set(mistake) == {"id", "unit", "title", "sources", "labels", "lesson", "scenes", "briefs"}
    assert ["five-worst", 6] in mistake["sources"]
    assert mistake["lesson"] == "notebooks/26-no-follow-up.ipynb"
    assert mistake["scenes"]
    for scene in content["scenes"]:
        assert set(scene) >= {"id", "path", "mistakes", "turns", "paths", "endings", "free_text"}


def test_catalog_tells_whom_one_meets_as_a_table_and_as_json():
    shown, content = run("catalog", "--balance"), json.loads(run("catalog", "--balance", "--json").stdout)
    assert shown.exit_code == 0 and "Ahmet Demir" in shown.stdout
    assert {"scene": "the-strap", "name": "Ahmet Demir", "pronoun": "he"}.items() <= next(
        row for row in content["counterparts"] if row["scene"] == "the-strap").items()


def test_an_unknown_scene_offers_the_nearest_names():
    result = run("play", "no-such-scene")
    assert result.exit_code == 2
    assert "There is no scene called “no-such-scene”. The nearest:" in result.stderr
    assert "Traceback" not in result.output


def test_a_scene_is_played_from_listed_choices():
    scene = json.loads(run("catalog", "--json").stdout)["scenes"][0]["id"]
    result = run("play", scene, "--choices", "0")
    assert result.exit_code == 0, result.output
    again = run("play", scene, "--choices", "0,99")
    assert again.exit_code == 2 and "99" in again.output + again.stderr


def test_check_finds_the_material_in_order():
    result = run("check")
    assert result.exit_code == 0, result.stderr


def test_every_command_is_in_the_readme():
    from rapport.catalog import root

    readme = (root() / "README.md").read_text(encoding="utf-8")
    missing = [name for name in main.commands if f"`rapport {name}" not in readme]
    assert not missing
