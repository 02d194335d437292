"""The parts of a scene's ``view`` as escaped HTML, in the shapes that ``scene.css`` styles."""

from __future__ import annotations

from collections.abc import Iterable

from ..render.markup import element, escape

SPEAKER = {"them": "{name}: ", "you": "You: ", "text": "You write: ", "your deed": "You: "}
KIND = {"text": "you rps-text", "your deed": "my-deed"}


def head(view: dict) -> str:
    """Who, where and what for."""
    who = view["who"]
    face = _part("span", "face", escape(who["initials"]), aria_hidden="true")
    words = f"With {_strong(who['name'])}{_part('span', 'role', escape(', ' + who['role']))}"
    return _part(
        "header", "head",
        _part("p", "over", escape(f"A scene, {view['minutes']}")), element("h3", escape(view["title"])),
        _part("div", "who", face, element("p", words)), _part("p", "setting", escape(view["setting"])),
        _part("p", "aim", f"{_strong('Your aim.')} {escape(view['objective'])}"),
    )


def conversation(rows: list[dict], name: str, label: str, **attributes: str) -> str:
    """Rows of the log as one named section, the newest note open; nothing where there are none."""
    if not rows:
        return ""
    newest = max((index for index, row in enumerate(rows) if row["kind"] == "note"), default=None)
    shown = (
        _note(row, opened=index == newest) if row["kind"] == "note" else _line(row, name)
        for index, row in enumerate(rows)
    )
    return _part("section", "log", *shown, aria_label=label, **attributes)


def alerts(note: str, error: str) -> str:
    """Sentences about the play itself; an error is told at once."""
    told = _part("p", "told", escape(note), role="status") if note else ""
    return told + (_part("p", "error", escape(error), role="alert") if error else "")


def meters(rows: list[dict]) -> str:
    """How things stand, in words and as a small bar."""
    return _part("div", "meters", *map(_meter, rows), role="group", aria_label="How things stand") if rows else ""


def heading(text: str) -> str:
    """What is asked of the learner now."""
    return _part("h4", "heading", escape(text))


def cue(text: str) -> str:
    """What could be noticed, folded."""
    inside = element("summary", "What could you notice here?") + element("p", escape(text))
    return _part("details", "cue", inside) if text else ""


def choice(number: int, lines: list[dict]) -> str:
    """A choice as the plain text of its button."""
    said = (line["text"] if line["kind"] == "your deed" else f"“{line['text']}”" for line in lines)
    return f"{number}. {' '.join(said)}"


def ending(view: dict) -> str:
    """The ending told, the mistakes on the way, and what the other never said."""
    end, name = view["ending"], view["who"]["name"]
    made = (_part("span", "tag", escape(title)) for title in end["mistakes"])
    return "".join([
        _part("div", "story", _part("p", "over", "The end"), *(_line(line, name) for line in end["lines"])),
        heading(end["heading"]),
        _part("p", "made", "Mistakes on your way: ", " ".join(made)) if end["mistakes"] else "",
        _part("p", "small", escape(end["found"])),
        _section("How sure you were", *(element("p", escape(line)) for line in end["sureness"])) if end["sureness"] else "",
        _thought(end),
    ])


def _thought(end: dict) -> str:
    """Closed at first, so that there is time for a guess."""
    inside = (element("summary", "Guess first. Then open this."), *_paragraphs(end["thought"]), *_paragraphs(end["hides"], "small"))
    return _section(end["thought_heading"], element("details", "".join(inside)))


def look_back(row: dict, name: str) -> str:
    """One moment to look at again."""
    return "".join(_quoted(line, name) for line in row["lines"]) + _notice(row["cue"])


def questions(end: dict) -> str:
    """What to take along: a question, what research found, and where the sources disagree."""
    parts = [_section("A question to take with you", *_paragraphs(end["question"], "question"))]
    if found := end["evidence"]:
        source = found["citation"] + (f" doi: {found['doi']}" if found["doi"] else "")
        told = (element("p", escape(found["finding"])), _small(found["caution"]), _small(source))
        parts.append(_section("What research found", *told))
    if open_question := end["tension"]:
        sides = (f"Some say: {open_question['side_a']}", f"Others say: {open_question['side_b']}")
        lead = element("p", escape(f"{open_question['title']}. You can play both roads."))
        listed = _part("ul", "sides", *(element("li", escape(side)) for side in sides))
        parts.append(_section("Here our sources disagree", lead, listed))
    return "".join(parts)


def transcript(text: str) -> str:
    """The play so far, to select and copy."""
    body = element("pre", escape(text), tabindex="0", role="region", aria_label="Transcript")
    return _part("div", "panel", heading("Transcript"), body) if text else ""


def _part(tag: str, kind: str, *content: str, **attributes: str) -> str:
    return element(tag, "".join(content), **{"class": f"rps-{kind}"}, **attributes)


def _section(title: str, *content: str) -> str:
    return _part("section", "part", element("h5", escape(title)), *content)


def _line(row: dict, name: str) -> str:
    speaker = SPEAKER.get(row["kind"], "").format(name=name)
    hidden = _part("span", "hidden", escape(speaker)) if speaker else ""
    return _part("p", KIND.get(row["kind"], row["kind"]), hidden, element("span", escape(row["text"])))


def _quoted(line: dict, name: str) -> str:
    speaker = SPEAKER.get(line["kind"], "").format(name=name)
    tag = "em" if line["kind"].endswith("deed") else "span"
    return _part("p", "quoted", _strong(speaker) if speaker else "", element(tag, escape(line["text"])))


def _note(row: dict, opened: bool) -> str:
    tag = f" {_part('span', 'tag', escape(row['tag']))}" if row["tag"] else ""
    summary = element("summary", _part("span", "note-heading", escape(row["heading"])) + tag)
    parts = [summary, _small(row["sure"]), *_paragraphs(row["text"])]
    if row["remarks"]:
        remarks = _part("ul", "remarks", *map(_remark, row["remarks"]))
        parts += [_small("What else a reader may see in your words:"), remarks]
    parts += [_notice(row["cue"]), _small(" · ".join(row["changes"]))]
    return _part("details", f"note rps-{row['tone']}", *parts, **({"open": "open"} if opened else {}))


def _remark(remark: dict) -> str:
    quote = element("q", escape(remark["quote"])) if remark["quote"] else ""
    advice = _paragraphs(f"Try: {remark['try']}", "try") if remark["try"] else ()
    return element("li", "".join([_strong(remark["title"]), quote, *_paragraphs(remark["why"]), *advice]))


def _meter(row: dict) -> str:
    steps = "".join(f'<i class="{"rps-full" if step <= row["level"] else ""}"></i>' for step in range(5))
    label = _part("span", "meter-label", escape(f"{row['label']}: "))
    words = _part("span", "words", escape(row["words"]))
    return _part("div", "meter", label, words, _part("span", "bar", steps, aria_hidden="true"))


def _notice(text: str) -> str:
    return _part("p", "notice", f"{_strong('To notice: ')}{escape(text)}") if text else ""


def _paragraphs(text: str, kind: str = "") -> Iterable[str]:
    named = {"class": f"rps-{kind}"} if kind else {}
    return [element("p", escape(part), **named) for part in text.split("\n") if part]


def _small(text: str) -> str:
    return _part("p", "small", escape(text)) if text else ""


def _strong(text: str) -> str:
    return element("strong", escape(text))
