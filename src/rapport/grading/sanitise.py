"""Makes a learner's own notes harmless to look at.

nbgrader's pages turn Markdown into HTML without cleaning it, so a note handed
in could run a script in an instructor's browser. What is shown of it here had
its Markdown applied with all HTML in it escaped, went through nh3 (the ammonia
sanitiser), and is then written so that a second pass of Markdown changes nothing.
"""

from __future__ import annotations

import html
import re

import mistune
import nh3

TAGS = frozenset(
    "a blockquote br code del em h1 h2 h3 h4 h5 h6 hr li ol p pre strong table tbody td th thead tr ul".split()
)
SCHEMES = {"http", "https", "mailto"}
# Characters that Markdown, MathJax or nbconvert (slowly, at "[") would act upon, written so that they stay what they are.
_ACTIVE = {"[": "&#91;", "\n": "&#10;", "\r": "", "\t": "&#9;", "$": "&#36;", "\\": "&#92;"}
_to_html = mistune.create_markdown(escape=True, plugins=["strikethrough", "table"])
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u0085\u2028\u2029]")


def from_markdown(text: str) -> str:
    """Markdown that shows what ``text``, an untrusted piece of Markdown, says."""
    return verbatim(html_from_markdown(text))


def from_plain(text: str) -> str:
    """Markdown that shows ``text`` as it is, letter by letter and line by line."""
    return verbatim(f'<div style="white-space: pre-wrap">{html.escape(text)}</div>')


def html_from_markdown(text: str) -> str:
    """HTML of untrusted Markdown, without anything that acts, loads or leads into the instructor's own pages."""
    return nh3.clean(
        str(_to_html(_CONTROL.sub(" ", text))),
        tags=set(TAGS),
        attributes={"a": {"href", "title"}},
        url_schemes=SCHEMES,
        link_rel="noopener noreferrer nofollow",
        url_relative="deny",
    )


def verbatim(markup: str) -> str:
    """Safe HTML as one line of Markdown that Markdown and MathJax leave alone."""
    line = "".join(_ACTIVE.get(letter, letter) for letter in _CONTROL.sub(" ", markup))
    return f'<div class="tex2jax_ignore">{line}</div>'
