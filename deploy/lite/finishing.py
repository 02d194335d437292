"""Completes the built site with the course's own first page and worker, and checks that it is whole."""

from __future__ import annotations

import hashlib
import json
import re
import shutil
from pathlib import Path

from pinned import HERE

OWN = ("index.html", "service-worker.js")
# Build files of JupyterLite that no page asks for, and fonts for browsers that are long gone.
NEVER_ASKED = re.compile(r"^(package|jupyterlite\.schema.*)\.json$|rspack|licenses|\.(eot|ttf)$|/fa-[^/]*\.svg$|^doc/"
                         r"|^service-worker\.js$")
KERNEL = "@jupyterlite/pyodide-kernel-extension:kernel"


class NotWhole(Exception):
    """Raised where the site lacks a part, or would ask another machine for it; the text says which."""


def finish(site: Path) -> None:
    """Put the course's own first page and worker in place, and list the files that the worker keeps."""
    for name in OWN:
        shutil.copyfile(HERE / name, site / name)
    kept = sorted(path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file())
    kept = [name for name in kept if not NEVER_ASKED.search(name)]
    (site / "offline.json").write_text(json.dumps(kept, indent=0), encoding="utf-8")


def check(site: Path) -> None:
    """Raise NotWhole unless the kernel, its packages and every notebook are in the site."""
    settings = json.loads((site / "jupyter-lite.json").read_text(encoding="utf-8"))["jupyter-config-data"]
    kernel = settings["litePluginSettings"][KERNEL]
    address = kernel.get("pyodideUrl", "")
    if not address.startswith("./static/pyodide/") or not (site / address.partition("?")[0]).is_file():
        raise NotWhole(f"The site does not know its own Pyodide: pyodideUrl is “{address}”.")
    if kernel.get("disablePyPIFallback") is not True:
        raise NotWhole("The kernel could ask another machine for packages: disablePyPIFallback is off.")
    lock = json.loads((site / "static/pyodide/pyodide-lock.json").read_text(encoding="utf-8"))["packages"]
    for name in kernel["loadPyodideOptions"]["packages"]:
        file = site / "static/pyodide" / lock[name]["file_name"]
        if hashlib.sha256(file.read_bytes()).hexdigest() != lock[name]["sha256"]:
            raise NotWhole(f"{file} is not the file that the list of packages names.")
