"""Markup that would act in an instructor's or a learner's browser, in every place that takes text."""

from .cases import HONEST, LINE, Case, Deserves, changed, own

MARKUP = {
    "script": "<script>alert('learner')</script>",
    "handler": "<img src=x onerror=\"alert('learner')\">",
    "svg": "<svg onload='alert()'><script>alert()</script><a xlink:href='javascript:alert()'>x</a></svg>",
    "iframe": "<iframe src='https://example.org/' srcdoc='<script>alert()</script>'></iframe>",
    "object": "<object data='https://example.org/x.swf'></object><embed src='x.swf'><applet code='x'></applet>",
    "refresh": "<meta http-equiv='refresh' content='0; url=https://example.org/'>",
    "base": "<base href='https://example.org/'>",
    "form": "<form action='https://example.org/'><input name=password><button>Log in</button></form>",
    "style": "<style>* { background: url(https://example.org/x) } @import 'https://example.org/x.css';</style>",
    "style-attribute": "<p style='background: url(https://example.org/x); position: fixed; top: 0'>Full marks</p>",
    "stylesheet": "<link rel=stylesheet href='https://example.org/x.css'>",
    "media": "<video src='https://example.org/x' autoplay><source src='https://example.org/y'></video>",
    "data-uri": "<a href='data:text/html,<script>alert()</script>'>x</a> ![x](data:image/svg+xml;base64,PHN2Zy8+)",
    "javascript-link": "[x](javascript:alert()) [y](JaVaScRiPt&colon;alert()) [z](vbscript:x) <javascript:alert()>",
    "relative-link": "[grades](../../../formgrader/api/grades) ![x](../../../gradebook.db)",
    "picture-from-outside": "![seen](https://example.org/pixel.gif)",
    "closes-the-page": "</textarea></style></title></pre></div></section></main></body></html><script>alert()</script>",
    "math": "$\\href{javascript:alert()}{x}$ $$\\unicode{<img src=x onerror=alert()>}$$ \\(\\style{color:red}{x}\\)",
    "broken": "<scr<script>ipt>alert()</scr</script>ipt><img/src=x/onerror=alert()//><<b onclick=alert()>",
    "entities": "&lt;script&gt;alert()&lt;/script&gt; &#60;script&#62;alert()&#60;/script&#62; \\u003cscript>",
    "comment": "<!--><script>alert()</script>--> <![CDATA[<script>alert()</script>]]> <?php system('id') ?>",
    "template-of-jinja": "{{ resources }} {% include '/etc/passwd' %} {{ ''.__class__.__mro__ }}",
    "mermaid": "```mermaid\ngraph TD; A[\"<img src=x onerror=alert()>\"]\n```",
    "custom-element": "<x-y onfocus=alert() tabindex=1 autofocus contenteditable>x</x-y><details ontoggle=alert() open>",
}
ALL = "\n\n".join(MARKUP.values())


def _marked_up(markup: str) -> Case:
    """The same markup in the answer and in notes of two kinds."""
    def change(notebook: dict, cell: dict) -> None:
        cell["source"] = f"{LINE}\n{HONEST}\n{markup}"
        notebook["cells"] += [own("markdown", markup), own("raw", markup), own("heading", markup, level=1)]
    return Case(changed(change), Deserves(f"{LINE}\n{HONEST}\n{markup}"))


OUTPUTS = [
    {"output_type": "display_data", "metadata": {"text/html": {"isolated": True}}, "data": data}
    for data in (
        {"text/html": ALL},
        {"application/javascript": "alert()", "text/latex": "$\\href{javascript:alert()}{x}$"},
        {"image/svg+xml": MARKUP["svg"], "image/png": "\"><script>alert()</script>"},
        {"text/markdown": ALL},
        {"application/vnd.jupyter.widget-view+json": {"model_id": ALL}},
    )
] + [
    {"output_type": "stream", "name": "stdout", "text": f"\x1b[31m{ALL}\x1b]8;;https://example.org\x07"},
    {"output_type": "error", "ename": ALL, "evalue": ALL, "traceback": [ALL]},
]


def _outputs(notebook: dict, cell: dict) -> None:
    cell["outputs"] = OUTPUTS
    notebook["cells"].append(own("code", "shown", outputs=OUTPUTS))


def _metadata(notebook: dict, cell: dict) -> None:
    script = f'"></script>{ALL}'
    notebook["metadata"] |= {
        "title": script, "authors": [{"name": script}], "widgets": {"application/vnd.jupyter.widget-state+json": script},
        "kernelspec": {"name": script, "display_name": script, "language": script},
        "language_info": {"name": script, "pygments_lexer": script, "mimetype": script},
    }
    cell["metadata"] |= {"tags": [script], "name": script, "magics_language": script, "rapport": {"review": script}}


def _ids(notebook: dict, cell: dict) -> None:
    script = '"><script>alert()</script>'
    notebook["cells"].append(own("markdown", "A note", id=script, metadata={"nbgrader": {"grade_id": script}}))
    cell["id"] = script


def _attached(notebook: dict, cell: dict) -> None:
    held = {"x.svg": {"image/svg+xml": "PHN2ZyBvbmxvYWQ9ImFsZXJ0KCkiLz4="}, "x.html": {"text/html": ALL}}
    notebook["cells"].insert(0, own("markdown", "![x](attachment:x.svg) [y](attachment:x.html)", attachments=held))
    cell["attachments"] = held


PLACES = {"outputs": _outputs, "metadata": _metadata, "ids": _ids, "attachments": _attached}
CASES = {name: _marked_up(markup) for name, markup in MARKUP.items()} | {
    f"in-{name}": Case(changed(change), Deserves()) for name, change in PLACES.items()
}
