"""Finds what a browser would act upon in a page, or fetch for it."""

import re
from collections import Counter
from html.parser import HTMLParser

PASSIVE = set(
    "html head title body main section article nav header footer h1 h2 h3 h4 h5 h6 p div span strong em code pre br hr"
    " ul ol li dl dt dd table caption thead tbody tfoot tr th td mark sup sub a blockquote del ins i b u small figure"
    " figcaption details summary style meta".split()
)
LEADS = {"href", "xlink:href"}
LOADS = {"src", "srcset", "srcdoc", "action", "formaction", "data", "poster", "background", "ping", "manifest", "code"}
FETCHES = re.compile(r"url\s*\(|@import|expression\s*\(|-moz-binding|behaviou?r\s*:", re.I)
COVERS = re.compile(r"position\s*:\s*(fixed|absolute)", re.I)
HARMLESS = re.compile(r"(https?://|mailto:|#)", re.I)


class Active(HTMLParser):
    """``found`` counts the elements and attributes that act, load or lead where no link may lead."""

    def __init__(self, page: str):
        super().__init__(convert_charrefs=True)
        self.found: Counter[str] = Counter()
        self._in_style = False
        self.feed(page)
        self.close()

    def handle_starttag(self, tag, attrs):
        self._in_style = tag == "style"
        if tag not in PASSIVE:
            self.found[f"<{tag}>"] += 1
        for name, value in attrs:
            value = value or ""
            if name.startswith("on") or name in LOADS or (name in LEADS and not HARMLESS.match(value.strip())):
                self.found[f"{tag} {name}={value}"] += 1
            if name == "style" and (FETCHES.search(value) or COVERS.search(value)):
                self.found[f"{tag} style={value}"] += 1
            if name == "http-equiv" and value.lower() != "content-security-policy":
                self.found[f"{tag} {name}={value}"] += 1

    def handle_endtag(self, tag):
        self._in_style = False

    def handle_comment(self, data):
        if "<" in data:  # browsers end some comments earlier than this parser does
            self.found["<!-- < -->"] += 1

    def handle_data(self, data):
        if self._in_style and FETCHES.search(data):
            self.found[f"<style>{FETCHES.search(data)[0]}"] += 1
