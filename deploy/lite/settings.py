"""Writes JupyterLite's settings: the learner's Lab of ``rapport learn``, with a kernel inside the browser."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from pinned import HERE, Missing

COURSE_LAB = HERE.parents[1] / "src/rapport/lab"
LEARN = COURSE_LAB / "config/learn/labconfig"
KERNEL = "@jupyterlite/pyodide-kernel-extension:kernel"
# Widgets, and the kernel. The environment's other extensions are for a Lab with a server.
EXTENSIONS = ("@jupyter-widgets/jupyterlab-manager", "anywidget", "@jupyterlite/pyodide-kernel-extension")
# What only JupyterLite has and this course does not use.
SWITCHED_OFF = (
    "@jupyterlite/application-extension:lsp-connection-manager",
    "@jupyterlite/application-extension:share-file",
    "@jupyterlite/help",
    "@jupyterlite/iframe-extension",
    "@jupyterlab/logconsole-extension",
)


def write(folder: Path, packages: list[str]) -> None:
    """Write the settings of a site whose kernel loads these packages. Raises Missing."""
    _write(folder / "jupyter_lite_config.json", {"LiteBuildConfig": {
        "apps": ["lab"],
        "contents": [str(folder / "files")],
        "federated_extensions": [*map(str, _extensions()), str(COURSE_LAB / "extension")],
        "ignore_sys_prefix": ["federated_extensions"],
        "no_sourcemaps": True,
        "no_unused_shared_packages": True,
        "output_archive": str(folder / "none.tgz"),
    }})
    _write(folder / "jupyter-lite.json", {"jupyter-lite-schema-version": 0, "jupyter-config-data": {
        "appName": "Rapport",
        "disabledExtensions": _disabled(),
        "enableServiceWorkerCache": True,
        "litePluginSettings": {KERNEL: {
            "disablePyPIFallback": True,
            "loadPyodideOptions": {"packages": packages},
        }},
    }})
    _write(folder / "lab/jupyter-lite.json", {"jupyter-lite-schema-version": 0, "jupyter-config-data": {
        "mode": "single-document",
    }})
    _write(folder / "overrides.json", _read(LEARN / "default_setting_overrides.json"))


def _extensions() -> list[Path]:
    found = [Path(sys.prefix) / "share/jupyter/labextensions" / name for name in EXTENSIONS]
    for path in found:
        if not (path / "package.json").is_file():
            raise Missing(f"{path} is missing. Install the packages again: make lite does it by itself.")
    return found


def _disabled() -> list[str]:
    learners = _read(LEARN / "page_config.json")["disabledExtensions"]
    return sorted({*(name for name, off in learners.items() if off), *SWITCHED_OFF})


def _read(path: Path) -> dict:
    return json.loads(path.read_text(encoding="utf-8"))


def _write(path: Path, value: dict) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(value, indent=1), encoding="utf-8")
