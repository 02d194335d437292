"""Completes the built site with the course's own first page and worker, and checks that it is whole."""

from __future__ import annotations

import hashlib
import json
import shutil
from pathlib import Path

from pinned import HERE

KERNEL = "@jupyterlite/pyodide-kernel-extension:kernel"


class NotWhole(Exception):
    """Raised where the site lacks a part, or would ask another machine for it; the text says which."""


def finish(site: Path) -> None:
    """Add the first page, and the list of files by which the worker keeps the site for later."""
    shutil.copyfile(HERE / "index.html", site / "index.html")


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
