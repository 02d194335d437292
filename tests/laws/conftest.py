"""A copy of the course's material that a test may spoil."""

import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from rapport import catalog, laws, mistakes, research
from rapport.laws import mistakes as mistake_laws
from rapport.reading import brief

PACKAGE = Path(mistakes.__file__).parents[1]
FOLDERS = ("scenarios", "notebooks", "exercises", "solutions")


@dataclass(frozen=True)
class Material:
    """The copy: ``root`` holds the folders of the course, ``package`` the data files and mistakes/."""

    root: Path
    package: Path

    def spoil(self, file: str, old: str, new: str) -> Path:
        """Replace the one place where ``old`` stands in a file of either folder."""
        path = next(path for path in (self.root / file, self.package / file) if path.exists())
        text = path.read_text(encoding="utf-8")
        assert text.count(old) >= 1, f"{file} holds no {old!r}"
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
        return path

    def faults(self, name: str) -> list[str]:
        """What the law called ``name`` finds, as authors see it; the laws before it must hold."""
        found = {law.name: law for law in laws.laws()}[name]
        return [str(fault) for fault in found.find()]


@pytest.fixture
def material(tmp_path, monkeypatch):
    """The real material, copied, with the catalog and the laws looking at the copy."""
    root, package = tmp_path / "course", tmp_path / "package"
    for folder in FOLDERS:
        source = catalog.root() / folder
        shutil.copytree(source, root / folder) if source.is_dir() else (root / folder).mkdir(parents=True)
    (root / "pyproject.toml").write_text("", encoding="utf-8")
    shutil.copytree(PACKAGE / "mistakes", package / "mistakes", ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("evidence", "sources", "tensions"):
        shutil.copy(PACKAGE / f"{name}.yaml", package)
    for name in [name for name in sys.modules if name.startswith("rapport.mistakes.")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setattr(mistakes, "__path__", [str(package / "mistakes")])
    monkeypatch.setattr(mistake_laws, "FOLDER", package / "mistakes")
    monkeypatch.setattr(research, "FOLDER", package)
    monkeypatch.setattr(catalog, "root", lambda: root)
    forget()
    yield Material(root, package)
    for name in [name for name in sys.modules if name.startswith("rapport.mistakes.")]:
        sys.modules.pop(name)
    forget()


def forget():
    """Empty every cache of the material."""
    for cached in (catalog.mistakes, catalog.labels, research.read, research.sources, research.tensions,
                   brief.of_the_course, mistake_laws._lines):
        cached.cache_clear()
