"""What a class is: a small YAML file, checked with the line of every fault."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from ..documents import Document, Fault, Faulty
from ..documents import load as load_document
from ..playing import wording

NAME = r"^[a-z][a-z0-9-]{0,30}$"
"""How Linux, JupyterHub and nbgrader all accept a user's name."""
NAME_RULE = "Use small letters, digits and hyphens, a letter first, 31 at most, as in ana-lima."
Name = Annotated[str, Field(pattern=NAME)]

SHORTEST_CULL = 5
"""Minutes. An open page shows that somebody is there about twice a minute, and the hub asks for it only so often."""


class Settings(BaseModel):
    """One class. Every field but the first two has a value that suits a room of forty.

    Paths are taken from the folder of the file. Each number's meaning stands beside it in deploy/hub/class.yaml.
    """

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)
    course: Annotated[str, Field(pattern=r"^[a-z][a-z0-9-]{0,20}$")]
    instructors: list[Name] = Field(min_length=1)
    roster: str = "class.csv"
    checkout: str = "../.."
    folder: str = "/srv/rapport"
    address: str = "127.0.0.1"
    port: int = Field(8000, ge=1, le=65535)
    hub_port: int = Field(8081, ge=1, le=65535)
    proxy_port: int = Field(8001, ge=1, le=65535)
    first_port: int = Field(20000, ge=1024, le=60000)
    memory_mb: int = Field(1024, ge=400)
    cores: int = Field(1, ge=0)
    processes: int = Field(250, ge=100)
    start_together: int = Field(4, ge=1, le=40)
    cull_minutes: int = Field(120, ge=0)
    board: bool = True
    certificate: str = ""
    certificate_key: str = ""
    file: Path = Field(Path("class.yaml"), exclude=True)

    @property
    def grader(self) -> str:
        """The account that owns the exemplary answers, the gradebook and what is handed in."""
        return f"grader-{self.course}"

    @property
    def group(self) -> str:
        """The group of every account that was made for this class; only its members are ever removed."""
        return f"class-{self.course}"

    def place(self, path: str) -> Path:
        """A path of the file, from the file's own folder."""
        return (self.file.parent / path).resolve()


def load(path: Path) -> Settings:
    """The settings in a file. Raises Faulty with every fault (file, line, remedy), and OSError."""
    document = load_document(path)
    if not isinstance(document.data, dict):
        raise Faulty([document.fault((), "A class is a list of fields.", "Start with “course: …”.")])
    try:
        settings = Settings.model_validate({**document.data, "file": path.resolve()})
    except ValidationError as error:
        raise Faulty([_named(fault) for fault in wording.faults(error, document, Settings)]) from None
    if faults := list(_faults(settings, document)):
        raise Faulty(faults)
    return settings


def _named(fault: Fault) -> Fault:
    """A name that does not fit is told by the rule for names."""
    if fault.field.split(".")[0] in ("course", "instructors") and fault.message == "This must not be empty.":
        return Fault(fault.path, fault.line, fault.field, "This cannot be the name of an account.", NAME_RULE)
    return fault


def _faults(settings: Settings, document: Document):
    if not settings.place(settings.roster).is_file():
        yield document.fault(("roster",), f"There is no file {settings.place(settings.roster)}.",
                             "Write the learners' names into it, as class.csv shows.")
    if not (settings.place(settings.checkout) / "solutions").is_dir():
        yield document.fault(("checkout",), f"{settings.place(settings.checkout)} has no folder solutions/.",
                             "Name the folder that you got by “git clone”.")
    if 0 < settings.cull_minutes < SHORTEST_CULL:
        yield document.fault(("cull_minutes",), "So short a time ends the servers of people who are there.",
                             f"Take {SHORTEST_CULL} minutes at least, or 0 for never.")
    if bool(settings.certificate) != bool(settings.certificate_key):
        yield document.fault(("certificate",), "A certificate needs its key, and a key its certificate.",
                             "Name both files, or neither.")
    if not settings.certificate and settings.address not in ("127.0.0.1", "localhost", "::1"):
        yield document.fault(("address",), "Passwords would cross the network for everybody to read.",
                             "Name a certificate and its key, or use 127.0.0.1 behind a web server that has one.")
