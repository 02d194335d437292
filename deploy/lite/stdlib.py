"""Makes Python's own modules ready to run: Pyodide brings their source, which a browser would compile at every start."""

from __future__ import annotations

import hashlib
import re
import shutil
import subprocess
import zipfile
from pathlib import Path

from packages import unpack, zip_folder
from pinned import HERE

# What nobody asks for in a browser: other machines' mail and web servers, processes, terminals, and old alphabets.
LEFT_OUT = re.compile(
    r"/$|^(ctypes/macholib|multiprocessing|wsgiref|xmlrpc|xml/(dom|sax))/|^_pyrepl/(?!(__init__|pager|trace|types|utils)\.py)"
    r"|^encodings/(big5|cp(?!437|1252)\d|euc_|gb|hp_|hz|iso2022|iso8859_(?!1\.)|johab|koi8|kz1048|mac_|palmos|ptcp|shift_j|tis_)"
    r"|^(cProfile|compileall|ftplib|imaplib|mailbox|modulefinder|poplib|profile|pstats|smtplib|trace|turtle|webbrowser)\.py$"
    r"|^http/(cookiejar|cookies|server)\.py$|^_(aix|android|apple|ios|osx)_support\.py$"
    r"|^(_pydecimal|_pyio|netrc|optparse|pickletools|plistlib|pty|symtable|tty|wave)\.py$"
)
# What a lesson does without stays as it is: source is smaller, and whoever asks for it after all waits a moment.
SOURCE = re.compile(
    r"^(_ast_unparse|_pydatetime|_pylong|_pyrepl/\w+|configparser|csv|doctest|fileinput|gzip|importlib/_bootstrap\w*"
    r"|pdb|pydoc|sqlite3/\w+|statistics|tomllib/\w+|xml/etree/\w+"
    r"|asyncio/(proactor_events|tools|windows_\w+)|concurrent/(futures/process|interpreters/\w+)|ctypes/(_aix|util|wintypes)"
    r"|email/(_header_value_parser|contentmanager|generator|headerregistry)|http/client|pyodide/console"
    r"|urllib/(request|robotparser))\.py$"
)


def make_ready(node: str, runtime: Path, kept: Path, work: Path) -> None:
    """Put compiled modules in the place of the source in ``runtime``; they stay in ``kept`` for the next build.

    ``work`` is a folder for what is needed in between.
    """
    original = runtime / "python_stdlib.zip"
    ready = kept / f"python_stdlib-{_mark(original)}.zip"
    if not ready.is_file():
        modules = work / "python_stdlib"
        with zipfile.ZipFile(original) as packed:
            content = {name: packed.read(name) for name in packed.namelist() if not LEFT_OUT.search(name)}
        unpack({name: data for name, data in content.items() if not SOURCE.search(name)}, modules)
        subprocess.run([node, str(HERE / "compile.mjs"), str(runtime), str(work)], check=True, stderr=subprocess.DEVNULL)
        unpack({name: data for name, data in content.items() if SOURCE.search(name)}, modules)
        zip_folder(modules, ready)
    shutil.copyfile(ready, original)


def _mark(original: Path) -> str:
    """Changes with what is compiled and with how."""
    digest = hashlib.sha256()
    for path in (original, Path(__file__), HERE / "compile.mjs"):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:12]
