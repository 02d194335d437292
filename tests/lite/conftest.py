"""The browser edition as a web server shows it below a sub-path, and a browser profile that lives on after a restart."""

import json
import os
import re
import shutil
import subprocess
import sys
from contextlib import contextmanager, nullcontext
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from chromium import started_with
from playwright.sync_api import expect
from serving import PREFIX, Site, served

from rapport.catalog import root

PATIENCE = 150_000  # milliseconds; on a busy machine the kernel alone may take a minute and more
BUILD = root() / "deploy/lite/build.py"
NUMBER = re.compile(r'("execution_count": )\d+')


@pytest.fixture(scope="session")
def built(tmp_path_factory):
    """The site, made once, or a copy of the one that RAPPORT_LITE_SITE names.

    The tests reach Lab from outside by the one setting that they add. Pages are stored with the numbers of their
    cells; here these are taken out, so that a number means that the cell has run.
    """
    folder = tmp_path_factory.mktemp("lite") / "site"
    if ready := os.environ.get("RAPPORT_LITE_SITE"):
        shutil.copytree(ready, folder)
    else:
        done = subprocess.run([sys.executable, BUILD, "--output", folder], capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
    settings = folder / "jupyter-lite.json"
    known = json.loads(settings.read_text("utf-8"))
    known["jupyter-config-data"]["exposeAppInBrowser"] = True
    settings.write_text(json.dumps(known), "utf-8")
    for page in (folder / "files").rglob("*.ipynb"):
        page.write_text(NUMBER.sub(r"\1null", page.read_text("utf-8")), "utf-8")
    return folder


class Visit:
    """One browser with one profile: what it asked for, and what went wrong in our part."""

    def __init__(self, context, site):
        self.context, self.site = context, site
        self.asked, self.errors, self.said = set(), [], []
        context.set_default_timeout(PATIENCE)
        context.on("request", lambda request: self.asked.add(request.url))
        self.page = context.pages[0] if context.pages else context.new_page()
        self.page.on("console", lambda message: message.type == "error" and self.errors.append(message.text))
        self.page.on("console", lambda message: self.said.append(message.text))
        self.page.on("dialog", lambda dialog: dialog.accept())  # Lab asks before one leaves a page it has not saved yet
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))

    def open(self, notebook):
        self.page.goto(self.site.url(notebook))
        self.is_there(notebook)

    def is_there(self, notebook):
        """Wait until the page is open and all its own cells have run."""
        name = notebook.rpartition("/")[2]
        self.page.wait_for_function(HAS_RUN, arg=name, polling=500)

    def is_kept(self):
        """Wait until the whole site is kept for days without a network."""
        assert self.page.evaluate(IS_KEPT, PATIENCE)

    def python(self, code):
        """What the code prints in the kernel of the page that is open."""
        return self.page.evaluate(RUN, code)

    def asked_nobody_else(self):
        there = urlsplit(self.site.address).netloc
        elsewhere = {url for url in self.asked if urlsplit(url).scheme not in ("data", "blob")
                     and urlsplit(url).netloc != there}
        assert not elsewhere
        assert not [error for error in self.errors if re.search("rapport-lab|Traceback|activat", error)]


HAS_RUN = """name => {
  const panel = window.jupyterapp?.shell.currentWidget;
  const session = panel?.sessionContext?.session;
  if (!panel?.context?.path.endsWith(name) || session?.kernel?.status !== 'idle') { return false; }
  const own = panel.content.widgets.filter(cell => cell.model.type === 'code'
    && !cell.model.getMetadata('nbgrader')?.solution && !/^%%(played|reflect)/.test(cell.model.sharedModel.getSource()));
  return own.every(cell => cell.model.executionCount > 0);
}"""
# Not by wait_for_function: it takes the promise for an answer.
IS_KEPT = """async patience => {
  for (const end = Date.now() + patience; Date.now() < end; await new Promise(resolve => setTimeout(resolve, 300))) {
    const name = (await caches.keys()).find(name => name.startsWith('rapport '));
    if (name && (await (await caches.open(name)).keys()).some(({ url }) => url.endsWith('/offline.json'))) { return true; }
  }
  return false;
}"""
RUN = """async code => {
  const { kernel } = window.jupyterapp.shell.currentWidget.sessionContext.session;
  const future = kernel.requestExecute({ code, store_history: false });
  let said = '';
  future.onIOPub = ({ header, content }) => {
    said += header.msg_type === 'stream' ? content.text : header.msg_type === 'error' ? content.evalue : '';
  };
  await future.done;
  return said;
}"""


@pytest.fixture
def visit(driver, built, tmp_path):
    """A function that opens a browser on the site, each time with the same profile and at the same address.

    Where it is given None, nobody answers there.
    """
    expect.set_options(timeout=PATIENCE)
    port = []

    @contextmanager
    def begin(folder: Path | None = built):
        before = port[0] if port else 0
        with served(folder, before) if folder else nullcontext(Site(built, PREFIX, before)) as site:
            port[:] = [urlsplit(site.address).port]
            context = driver.chromium.launch_persistent_context(
                tmp_path / "profile", **started_with(), viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
            visit = Visit(context, site)
            try:
                yield visit
            finally:
                context.close()
            visit.asked_nobody_else()

    return begin
