"""Makes the packages that the browser's kernel loads, and the list by which Pyodide finds them.

Each becomes one archive of compiled modules: a browser would spend more time on compiling
them than on all the rest of starting. An archive's name holds a part of its hash, so that
a browser may keep it for ever.
"""

from __future__ import annotations

import hashlib
import json
import re
import shutil
import subprocess
import sys
import tarfile
import zipfile
from dataclasses import dataclass
from pathlib import Path

import jupyterlite_pyodide_kernel
from pinned import HERE, Missing

ROOT = HERE.parents[1]
RUNTIME = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip", "package.json")
KERNEL_WHEELS = ("ipykernel", "piplite", "pyodide_kernel", "widgetsnbextension-4")
# Loaded when a page asks for it, with what it needs: only a finished plan becomes a calendar file.
LATER = {"icalendar": ["python-dateutil", "six", "tzdata"]}
# The kernel insists on a package of this name, which completes Python as one types. Nobody types Python here,
# it is large, and IPython does without: an archive with nothing in it takes its place.
EMPTY = "jedi"
# What a kernel of the course never imports: other people's tests, shells and plugins, the languages that nobody
# writes here, what one types at a prompt, and the parts of the course for instructors.
LEFT_OUT = re.compile(
    r"(^|/)tests?/|\.data/|\.dist-info/RECORD$|\.pyi$|/py\.typed$"
    r"|^rapport/(classboard|classroom|grading|lab|laws|sheets)/|^rapport/cli(_\w+)?\.py"
    r"|^rapport/material/(exercises|teaching)/"
    r"|^IPython/(sphinxext|testing/plugin|extensions/deduperreload)/|^IPython/extensions/autoreload\.py"
    r"|^IPython/lib/(backgroundjobs|demo)\.py"
    r"|^anywidget/(labextension|nbextension)/"
    r"|^pydantic/(v1/|mypy\.py|_hypothesis)"
    r"|^pygments/lexers/(?!(__init__|_mapping|python|special)\.py)"
    r"|^pygments/formatters/(?!(__init__|_mapping|html|terminal|terminal256)\.py)"
)
PURE_WHEEL = b"Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
EPOCH = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True)
class Package:
    """An archive that Pyodide loads: its distribution name, version, file name and SHA-256."""

    name: str
    version: str
    file: str
    sha256: str

    @property
    def is_for_later(self) -> bool:
        """Whether a page is usable before it is there."""
        return self.name in LATER or any(self.name in needed for needed in LATER.values())


def runtime(archive: Path, target: Path) -> None:
    """Unpack from Pyodide's archive what a browser needs of it."""
    target.mkdir(parents=True, exist_ok=True)
    with tarfile.open(archive) as packed:
        for name in RUNTIME:
            (target / name).write_bytes(packed.extractfile(f"package/{name}").read())
    _write_lock(target, [])


def build(node: str, wheels: list[Path], target: Path, cache: Path, work: Path) -> list[Package]:
    """Put every package into ``target``, beside the runtime that is there already, and list them for Pyodide.

    What was compiled stays in ``cache``; ``work`` is a folder for what is needed in between. Raises Missing.
    """
    sources = [*wheels, *_kernel_wheels(), _course_wheel(work / "course")]
    archives = _compiled(sources, node, target, work / "compiling", cache / "compiled")
    packages = [_placed(archive, target) for archive in [*archives, _empty(cache / "compiled")]]
    _write_lock(target, packages)
    return packages


def _empty(kept: Path) -> Path:
    archive = kept / f"{EMPTY}-0-0-py3-none-any.whl"
    with zipfile.ZipFile(archive, "w") as packed:
        packed.writestr(zipfile.ZipInfo(f"{EMPTY}-0.dist-info/METADATA", EPOCH), f"Name: {EMPTY}\nVersion: 0\n")
        packed.writestr(zipfile.ZipInfo(f"{EMPTY}-0.dist-info/WHEEL", EPOCH), PURE_WHEEL)
    return archive


def _kernel_wheels() -> list[Path]:
    static = Path(sys.prefix) / "share/jupyter/labextensions/@jupyterlite/pyodide-kernel-extension/static/pypi"
    found = [path for name in KERNEL_WHEELS for path in static.glob(f"{name}*.whl")]
    if len(found) != len(KERNEL_WHEELS):
        raise Missing(f"The kernel's own wheels are not in {static}. Install jupyterlite-pyodide-kernel "
                      f"again; {jupyterlite_pyodide_kernel.__version__} is there now.")
    return found


def _course_wheel(folder: Path) -> Path:
    done = subprocess.run(
        [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation", "--no-index",
         "--wheel-dir", str(folder), str(ROOT)], capture_output=True, text=True, check=False)
    if done.returncode:
        raise Missing(f"The course's own wheel cannot be built:\n{done.stderr.strip()}")
    return next(folder.glob("rapport-*.whl"))


def _compiled(sources: list[Path], node: str, pyodide: Path, work: Path, kept: Path) -> list[Path]:
    """An archive of each source; only those that nobody compiled before are compiled, all in one go."""
    archives = {}
    for source in sources:
        content = _content(source)
        archive = kept / _name(source, content)
        archives[archive] = work / archive.stem
        if not archive.is_file():
            unpack(content, archives[archive])
    if work.is_dir():
        # Starting Pyodide takes longer than compiling a package.
        subprocess.run([node, str(HERE / "compile.mjs"), str(pyodide), str(work)], check=True, stderr=subprocess.DEVNULL)
        kept.mkdir(parents=True, exist_ok=True)
    for archive, folder in archives.items():
        if folder.is_dir():
            zip_folder(folder, archive)
    return list(archives)


def _name(source: Path, content: dict[str, bytes]) -> str:
    """Two wheels of one course differ in nothing but the time inside the archive, so the content gives the name."""
    name, version = re.match(r"([A-Za-z0-9_.]+?)-(\d[^-]*?)(?:-|\.tar)", source.name).groups()
    digest = hashlib.sha256()
    for path in sorted(content):
        digest.update(path.encode() + b"\0" + content[path] + b"\0")
    return f"{name}-{version}-0{digest.hexdigest()[:12]}-py3-none-any.whl"


def unpack(content: dict[str, bytes], folder: Path) -> None:
    """Write each file of ``content`` below ``folder``."""
    for path, data in content.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)


def _placed(archive: Path, target: Path) -> Package:
    shutil.copyfile(archive, target / archive.name)
    name, version = archive.name.split("-")[:2]
    return Package(name.replace("_", "-").lower(), version, archive.name,
                   hashlib.sha256(archive.read_bytes()).hexdigest())


def _content(source: Path) -> dict[str, bytes]:
    """What a kernel needs of a wheel, or of a source archive whose modules stand below ``lib``."""
    if source.suffix == ".whl":
        with zipfile.ZipFile(source) as packed:
            return {name: _lean(name, packed.read(name)) for name in packed.namelist() if _is_needed(name)}
    home = re.compile(r"^[^/]+/lib/(?!.*egg-info)(.+\.py)$")
    with tarfile.open(source) as packed:
        members = {match[1]: member for member in packed.getmembers() if (match := home.match(member.name))}
        content = {name: packed.extractfile(member).read() for name, member in members.items()}
        about = next(member for member in packed.getmembers() if member.name.count("/") == 1
                     and member.name.endswith("/PKG-INFO"))
        # Pyodide takes nothing for a wheel that has no such folder.
        folder = f"{source.name.removesuffix('.tar.gz')}.dist-info"
        content[f"{folder}/METADATA"] = packed.extractfile(about).read()
    return {**content, f"{folder}/WHEEL": PURE_WHEEL}


def _is_needed(name: str) -> bool:
    return not name.endswith("/") and not LEFT_OUT.search(name)


def _lean(name: str, data: bytes) -> bytes:
    """Notebooks without their outputs: the site has them whole, the package only looks at titles and calls."""
    if not name.endswith(".ipynb"):
        return data
    notebook = json.loads(data)
    for cell in notebook["cells"]:
        if cell["cell_type"] == "code":
            cell["outputs"] = []
    return json.dumps(notebook, ensure_ascii=False).encode()


def zip_folder(folder: Path, archive: Path) -> None:
    """Pack all that is below ``folder``; the same files make the same archive at any time."""
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed:
        for path in sorted(path for path in folder.rglob("*") if path.is_file()):
            packed.writestr(zipfile.ZipInfo(path.relative_to(folder).as_posix(), EPOCH), path.read_bytes(),
                            zipfile.ZIP_DEFLATED)


def _write_lock(target: Path, packages: list[Package]) -> None:
    """Pyodide's list of packages; those of the start are loaded together, so none of them names another."""
    info = {"abi_version": "2026_0", "arch": "wasm32", "platform": "emscripten_5_0_3", "python": "3.14.2"}
    entries = {
        package.name: {
            "name": package.name, "version": package.version, "file_name": package.file, "sha256": package.sha256,
            "depends": LATER.get(package.name, []), "imports": [package.name] if package.name in LATER else [],
            "install_dir": "site", "package_type": "package", "unvendored_tests": False,
        } for package in packages
    }
    (target / "pyodide-lock.json").write_text(json.dumps({"info": info, "packages": entries}, indent=1), encoding="utf-8")


