"""What instructors read is as plain as what learners read. They may be no programmers, and English their second language."""

import re

import pytest
from notebook_prose import markdown_passages
from reading_level import faults

from rapport.catalog import root
from rapport.reading.text import sentences

PAGES = [root() / "TEACHING.md", *sorted((root() / "teaching").glob("*.md"))]
LONGEST_SENTENCE = 30
_EXAMPLE = re.compile(r"<!-- example .*?<!-- end -->", re.DOTALL)
_NEW_BLOCK = re.compile(r"\s*(?:[-*+] |\d+\. |#|>|\||```|$)")
_BOX = re.compile(r"^\s*(?:[-*+]|\d+\.) (?:\[ \] )?")


def paragraphs(text):
    """Each paragraph, item, heading and cell of a table on a line of its own; quoted drafts are no prose of ours."""
    lines = []
    for line in _EXAMPLE.sub("", text).splitlines():
        if line.startswith("|"):
            lines += [cell for cell in line.strip("| ").split("|") if not set(cell) <= set("- ")]
        elif _NEW_BLOCK.match(line) or not lines:
            lines.append(_BOX.sub("", line))
        else:
            lines[-1] += f" {line.strip()}"
    return "\n".join(lines)


def prose(path):
    return list(markdown_passages(paragraphs(path.read_text(encoding="utf-8"))))


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_a_page_for_instructors_is_plain_to_read(path):
    told = list(faults(prose(path)))
    assert not told, "\n" + "\n".join(told)


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_its_sentences_are_short(path):
    long = [sentence.text for passage in prose(path) for sentence in sentences(passage) if sentence.words > LONGEST_SENTENCE]
    assert not long


def test_lines_that_are_wrapped_are_one_paragraph_and_cells_stand_apart():
    text = "One line\ngoes on.\n\n- [ ] an item\n  goes on\n\n| a | b |\n|---|---|\n| c | d |\n"
    assert [line for line in paragraphs(text).splitlines() if line] == ["One line goes on.", "an item goes on", "a ", " b", "c ", " d"]
