"""What a grader or another learner opens holds nothing of a submission that could act."""

from html.parser import HTMLParser

import nh3
import pytest
from nbconvert.filters import markdown2html

from rapport.grading.sanitise import from_markdown, from_plain

from submissions import SCRIPT

ATTACKS = [
    SCRIPT,
    "<svg onload=alert()><a href='javascript:alert()'>x</a></svg>",
    "[x](javascript:alert())",
    "[x](&#106;avascript:alert())",
    "[x](data:text/html,<script>alert()</script>)",
    "[x](evil.html)",
    "[x]: javascript:alert()\n\n[x]",
    "![x](data:image/svg+xml;base64,PHN2ZyBvbmxvYWQ9ImFsZXJ0KCkiLz4=)",
    "![x](https://example.org/tracker.gif)",
    "![x](attachment:missing.png)",
    "<https://example.org/\" onmouseover=alert()>",
    "`a` <b title='`<img src=x onerror=alert()>`'>",
    "a\n\n    <script>alert()</script>\n\n```html\n<script>alert()</script>\n```",
    "```mermaid\ngraph TD; A[\"<img src=x onerror=alert()>\"]\n```",
    "$$<img src=x onerror=alert()>$$ \\[<script>alert()</script>\\]",
    "\\begin{equation}\n<script>alert()</script>\n\\end{equation}",
    "</div></div><script>alert()</script>",
    "&lt;script&gt;alert()&lt;/script&gt;",
    "<div\n\n><style>*{background:url(//example.org)}</style>",
    "| a |\n|---|\n| <iframe src='//example.org'></iframe> |",
    "> " * 200 + "<script>alert()</script>",
    "\x00<scr\x00ipt>alert()\u2028</script>\x85<img src=x onerror=alert()>",
]


class Acting(HTMLParser):
    """Collects the elements and attributes of a page that could act, load or lead astray."""

    PASSIVE = set(
        "html head meta title style body main section h1 h2 h3 h4 h5 h6 p div span strong em code pre br hr ul ol li"
        " dl dt dd table thead tbody tr th td mark sup a blockquote del ins i b small details summary".split()
    )

    def __init__(self, page: str):
        super().__init__()
        self.found: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag, attrs):
        if tag not in self.PASSIVE:
            self.found.append(f"<{tag}>")
        for name, value in attrs:
            leads = name in ("href", "src", "action", "xlink:href")
            astray = leads and not (value or "").startswith(("http://", "https://", "mailto:", "#"))
            if name.startswith("on") or astray:
                self.found.append(f"{tag} {name}={value}")


def test_the_check_itself_sees_what_acts():
    assert len(Acting(SCRIPT).found) == 4
    assert Acting("<a href='javascript:x'>x</a><svg/>").found == ["a href=javascript:x", "<svg>"]


@pytest.mark.parametrize("show", [from_markdown, from_plain])
@pytest.mark.parametrize("attack", ATTACKS)
def test_a_note_stays_harmless_through_nbgrader_s_markdown(attack, show):
    page = markdown2html(show(attack))
    assert Acting(page).found == []
    assert page.strip() == show(attack), "the second pass of Markdown must change nothing"


def test_a_note_still_reads_well():
    page = from_markdown("My *own* note:\n\n- first & last\n- <script>\n\n[site](https://example.org)")
    assert "<em>own</em>" in page and "<li>first &amp; last</li>" in page and "&lt;script&gt;" in page
    assert 'href="https://example.org"' in page
    assert "first\n\n  second" not in from_plain("first\n\n  second")
    assert nh3.clean(from_plain("a  <b>"), tags=set()).endswith("a  &lt;b&gt;")


@pytest.mark.parametrize("learner", ["good", "poor", "hostile", "untouched", "python", "doubled", "deleted"])
def test_feedback_holds_nothing_that_acts(course, learner):
    page = course.feedback(learner)
    assert Acting(page).found == []
    assert "script-src" not in page and "default-src 'none'" in page


def test_a_script_in_prose_is_shown_as_the_letters_it_is(course):
    page = course.feedback("hostile")
    assert "&lt;script&gt;alert(" in page
    assert "My note" in page


def test_feedback_shows_marks_words_and_reading(course):
    page = course.feedback("poor")
    score = course.grade("poor", "follow-up-message")["auto_score"]
    assert f"{score} of 10.0 points" in page
    assert "Your text" in page and "keep in touch sometime" in page
    assert "Two days after the meet-up" in page, "the situation stands above the answer"
    assert "%%draft" not in page and "load_ext" not in page


def test_the_graded_copy_holds_only_the_course_s_cells_and_text(course):
    released = {cell["id"]: cell for cell in course.notebook("exercises")["cells"]}
    copy = course.notebook("autograded", "hostile")
    assert set(copy["metadata"]) == {"kernelspec"}
    for cell in copy["cells"]:
        own = cell["id"] not in released
        assert not (own and cell["cell_type"] != "markdown"), "code that a learner wrote must not stay code"
        assert "attachments" not in cell
        for output in cell.get("outputs", []):
            assert set(output["data"]) == {"text/html", "text/plain"}
            assert Acting("".join(output["data"]["text/html"])).found == []


def test_running_the_graded_copy_only_ever_reads_the_answers(course):
    for path in (course.folder / "autograded").iterdir():
        cells = course.notebook("autograded", path.name)["cells"]
        first_lines = [cell["source"][0].rstrip("\n") for cell in cells if cell["metadata"].get("nbgrader")]
        assert first_lines == ["%%draft after-the-event", "%%plan plan-after-conference", "%%reflect looking-back-follow-up"]
