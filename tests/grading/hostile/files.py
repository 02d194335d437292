"""Files and folders that lead elsewhere, wait for ever, pretend to be others or want to be opened."""

import os

from rapport.grading.handed_in import NO_FILE, NO_NOTEBOOK, NO_PLAIN_FILE, TOO_MANY_FILES

from .cases import Case, Deserves, Place, Waits, write

ACTING = "<script>alert('learner')</script>"
BESIDE = {
    "code-to-import": {name: "open('@FILE@', 'w')" for name in (
        "sitecustomize.py", "usercustomize.py", "rapport.py", "rapport/__init__.py", "nbgrader.py", "json.py", "conftest.py")},
    "settings-to-read": {name: "import os; os.system('touch @FILE@')\nc = get_config()" for name in (
        "nbgrader_config.py", "jupyter_config.py", "evil.pth", ".env", "startup/00.py", "pyproject.toml")},
    "pages": {name: ACTING for name in (
        "page.html", "page.HTM", "page.xhtml", "picture.svg", "feed.xml", "code.js", "code.mjs", "sheet.css", "page.mht",
        "index", "style.xsl", "manual.pdf", "worker.wasm")},
    "things-of-nbgrader-s": {
        "index.html.j2": "{{ ''.__class__ }}", "conf.json": "{}", "null.j2": "{% include '/etc/passwd' %}",
        "gradebook.db": "SQLite format 3\x00", "grades.csv": "=cmd|' /C calc'!A0", "follow-up.html": ACTING,
        "feedback/follow-up.html": ACTING, "feedback_info.csv": "=1",
    },
    "other-notebooks": {
        "good/follow-up/follow-up.ipynb": "{}", "submitted/good/follow-up/follow-up.ipynb": "{}",
        ".ipynb_checkpoints/follow-up-checkpoint.ipynb": "{}", "follow-up-2.ipynb": "{}", "capstone.ipynb": "[",
        "FOLLOW-UP.ipynb": "x",
    },
    "strange-names": {name: "x" for name in (
        "..\\..\\x", "...", "-rf", "=1+1", "two\nlines", "%2e%2e%2fx", "turned\u202egpj.exe", "$(touch x)", "{0}", "[a-z]*",
        "n" * 200, "NUL", "con.txt")},
    "deep-folders": {"/".join(["d"] * 100) + "/x.txt": "x"},
    "many-files": {f"{number}.txt": "x" for number in range(300)},
}


def _beside(files: dict[str, str]):
    def make(place: Place) -> dict:
        for name, content in files.items():
            write(place, place.aimed(content), name)
        return place.answered()
    return make


def _links_beside(place: Place) -> dict:
    """Links that nbgrader would follow when it copies, and so give other people's work away."""
    targets = {"book.txt": "../../../gradebook.db", "solution.txt": "../../../solutions/follow-up/follow-up.ipynb",
               "everything": "/", "other": "../../code-notes-1", "self": "self", "secret.txt": place.canary.parent
               / "secret.txt", "lost.txt": "no-such-file"}
    place.folder.mkdir(parents=True)
    for name, target in targets.items():
        (place.folder / name).symlink_to(target)
    return place.answered()


def _pipe_beside(place: Place) -> dict:
    place.folder.mkdir(parents=True)
    os.mkfifo(place.folder / "pipe.txt")
    return place.answered()


def _linked(target: str):
    def make(place: Place) -> None:
        place.folder.mkdir(parents=True)
        (place.folder / "follow-up.ipynb").symlink_to(target)
    return make


def _pipe(place: Place) -> None:
    place.folder.mkdir(parents=True)
    os.mkfifo(place.folder / "follow-up.ipynb")


def _folder(place: Place) -> None:
    write(place, "{}", "follow-up.ipynb/follow-up.ipynb")


def _linked_folder(place: Place) -> None:
    """The work of another as one's own."""
    place.folder.parent.mkdir(parents=True)
    place.folder.symlink_to(place.course / "submitted/code-notes-1/follow-up", target_is_directory=True)


def _linked_learner(place: Place) -> None:
    place.folder.parent.symlink_to(place.course / "submitted/code-notes-1", target_is_directory=True)


def _file_for_folder(place: Place) -> None:
    place.folder.parent.mkdir(parents=True)
    place.folder.write_text("x")


def _other_name(*names: str):
    def make(place: Place) -> None:
        for name in names:
            write(place, place.answered(), name)
    return make


NO_FILES = {
    "link-to-another": (_linked("../../code-notes-1/follow-up/follow-up.ipynb"), NO_PLAIN_FILE),
    "link-to-the-solution": (_linked("../../../solutions/follow-up/follow-up.ipynb"), NO_PLAIN_FILE),
    "link-to-the-system": (_linked("/etc/passwd"), NO_PLAIN_FILE),
    "link-to-a-device": (_linked("/dev/zero"), NO_PLAIN_FILE),
    "link-to-nothing": (_linked("no-such-file"), NO_PLAIN_FILE),
    "link-to-itself": (_linked("follow-up.ipynb"), NO_PLAIN_FILE),
    "pipe": (_pipe, NO_PLAIN_FILE),
    "folder-for-file": (_folder, NO_PLAIN_FILE),
    "linked-folder": (_linked_folder, NO_PLAIN_FILE),
    "linked-learner": (_linked_learner, NO_PLAIN_FILE),
    "file-for-folder": (_file_for_folder, NO_FILE),
    "nothing": (lambda place: place.folder.mkdir(parents=True), NO_FILE),
    "no-notebook": (lambda place: write(place, "My answer", "answer.docx"), NO_FILE),
    "two-other-names": (_other_name("mine.ipynb", "mine (1).ipynb"), TOO_MANY_FILES),
    "other-name-no-json": (lambda place: write(place, "x", "mine.ipynb"), NO_NOTEBOOK),
}
CASES = (
    {f"beside-{name}": Case(_beside(files), Deserves()) for name, files in BESIDE.items()}
    | {name: Case(make, Waits(reason)) for name, (make, reason) in NO_FILES.items()}
    | {
        "links-beside": Case(_links_beside, Deserves()),
        "pipe-beside": Case(_pipe_beside, Deserves()),
        "other-name": Case(_other_name("follow-up (1).ipynb"), Deserves()),
        "other-name-that-acts": Case(_other_name("<img src=x onerror=alert()>.ipynb"), Deserves()),
    }
)
