"""Archives as learners, platforms and attackers make them: nothing is written outside, and the rest of the class goes on."""

import io
import os
import random
import stat
import struct
import zipfile

import pytest

from rapport.grading.collecting import archives, shelf
from rapport.grading.collecting.archives import parts

from handing_class import handed, packed, page

AMA = "Ama Boateng_1_assignsubmission_file_"
BEN = "Ben Ångström-Núñez_2_assignsubmission_file_"


def entry(name, **about):
    found = zipfile.ZipInfo("placeholder", (2026, 3, 9, 10, 0, 0))
    found.filename = found.orig_filename = name
    for key, value in about.items():
        setattr(found, key, value)
    return found


def archive(path, *entries):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        for one, content in entries:
            file.writestr(one, content)
    return path


def nested(*files):
    stream = io.BytesIO()
    packed(stream, files)
    return stream.getvalue()


def patched(path, mark, offset, value):
    """Change two bytes behind each ``mark`` of the file, as an attacker does."""
    content = bytearray(path.read_bytes())
    place = content.find(mark)
    while place >= 0:
        content[place + offset:place + offset + 2] = struct.pack("<H", value)
        place = content.find(mark, place + 4)
    path.write_bytes(bytes(content))
    return path


@pytest.mark.parametrize("name, expected", [
    (f"C:\\Users\\teacher\\{AMA}\\follow-up.ipynb", ("Users", "teacher", AMA, "follow-up.ipynb")),
    ("\\\\server\\share\\a.ipynb", ("server", "share", "a.ipynb")),
    ("/Users/ama/Downloads/a.ipynb", ("Users", "ama", "Downloads", "a.ipynb")),
    ("/home/ama/../../etc/a.ipynb", ("home", "ama", "etc", "a.ipynb")),
    ("..\\..\\a.ipynb", ("a.ipynb",)), ("./a.ipynb", ("a.ipynb",)), ("...", ()), ("c:", ()), ("", ()), ("//", ()),
])
def test_names_of_every_system_are_read_and_never_lead_anywhere(name, expected):
    assert parts(name) == expected


@pytest.mark.parametrize("name", [
    "../../../{}/a.ipynb", "/{}/a.ipynb", "C:\\{}\\a.ipynb", "..\\..\\{}\\a.ipynb", "{}/../../../../a.ipynb", "//x/{}/a.ipynb",
    "./{}/./a.ipynb", "{}\\sub\\a.ipynb", "{}/CON/aux.ipynb", "{}/a.ipynb:stream", "{}/\udcff.ipynb".encode("utf-8", "replace").decode(),
    "{}/" + "a" * 5_000 + ".ipynb", "x/" * 300 + "{}/a.ipynb",
])
def test_nothing_is_written_outside(class_, name):
    before = {path for path in class_.folder.parent.rglob("*")}
    archive(class_.inbox / "class.zip", (entry(name.format(AMA)), page()))
    code, said = class_.collect()
    made = {path for path in class_.folder.parent.rglob("*")} - before - {class_.inbox / "class.zip"}
    allowed = (class_.folder / "submitted", class_.folder / ".rapport")
    assert all(any(path.is_relative_to(place) for place in allowed) for path in made)
    assert class_.learners in ([], ["ama"])
    assert code == 0 or "whose it is" in said, said


def test_every_way_of_packing_a_class(class_):
    packed(class_.inbox / "class.zip", [
        (f"{AMA}/work.zip", nested(("follow-up/", b""), ("follow-up/follow-up.ipynb", page("a")),
                                   ("__MACOSX/follow-up/._follow-up.ipynb", b"\x00\x05\x16\x07"), (".DS_Store", b"\x00"))),
        (f"{BEN}/.ipynb_checkpoints/follow-up-checkpoint.ipynb", page("old")),
        (f"{BEN}/follow-up.ipynb", page("b")),
        (f"__MACOSX/{BEN}/._follow-up.ipynb", b"\x00\x05\x16\x07"),
        ("Thumbs.db", b"\x00"),
    ])
    code, said = class_.collect()
    assert code == 0, said
    assert (class_.words_of("ama"), class_.words_of("ben")) == ("a", "b")
    assert "Passed over" not in said


@pytest.mark.parametrize("raw, flag", [
    ("明 李_3_assignsubmission_file_/a.ipynb".encode(), 0), ("明 李_3_assignsubmission_file_/a.ipynb".encode(), 0x800),
    ("Zoë O'Brien_3_assignsubmission_file_/a.ipynb".encode("cp437"), 0),
])
def test_names_are_read_in_the_way_that_they_were_written(class_, raw, flag):
    path = packed(class_.inbox / "class.zip", [("n" * len(raw), page())])
    content = path.read_bytes().replace(b"n" * len(raw), raw)
    path.write_bytes(content)
    if flag:
        patched(path, b"PK\x03\x04", 6, flag)
        patched(path, b"PK\x01\x02", 8, flag)
    code, said = class_.collect()
    assert code == 0 and class_.learners in (["li1"], ["zoe"]), said


def test_a_broken_a_locked_and_a_linked_file_do_not_stop_the_others(class_):
    link = entry(f"{BEN}/a.ipynb", external_attr=(stat.S_IFLNK | 0o777) << 16, create_system=3)
    path = archive(class_.inbox / "class.zip", (link, "/etc/passwd"), (entry(f"{AMA}/a.ipynb"), page()))
    locked = patched(packed(class_.inbox / "locked.zip", [("zoe/a.ipynb", page())]), b"PK\x01\x02", 8, 1)
    method = patched(packed(class_.inbox / "method.zip", [("kofi1/a.ipynb", page())]), b"PK\x01\x02", 10, 77)
    broken = packed(class_.inbox / "broken.zip", [("kofi2/a.ipynb", page())])
    content = bytearray(broken.read_bytes())
    content[200:240] = bytes(40)
    broken.write_bytes(content)
    (class_.inbox / "half.zip").write_bytes(path.read_bytes()[:500])
    (class_.inbox / "none.zip").write_bytes(b"Dear teacher")
    code, said = class_.collect()
    assert code == 1 and class_.learners == ["ama"]
    assert "link" in said and "password" in said and said.count("damaged") == 4, said
    assert locked.exists() and method.exists()


def test_a_name_that_stands_twice_and_names_that_differ_in_case(class_):
    with pytest.warns(UserWarning, match="Duplicate"):
        packed(class_.inbox / "class.zip", [
            (f"{AMA}/a.ipynb", handed("one")), (f"{AMA}/a.ipynb", handed("two")), (f"{BEN}/A.ipynb", page("b")),
            (f"{BEN.upper()}/a.ipynb", page("b")),
        ])
    code, said = class_.collect()
    assert code == 1 and said.count("same time") == 2 and class_.words_of("ben") == "b"
    assert class_.learners == ["ben"]


def test_a_bomb_is_cut_off_and_the_class_goes_on(class_, monkeypatch):
    monkeypatch.setattr(shelf, "LARGEST", 2_000_000)
    monkeypatch.setattr("rapport.grading.handed_in.LARGEST", 2_000_000)
    bomb = b"{" + b" " * 60_000_000
    packed(class_.inbox / "class.zip", [(f"{AMA}/a.ipynb", page()), (f"{BEN}/a.ipynb", bomb), ("zoe/b.zip", nested(("b", bomb)))])
    code, said = class_.collect()
    assert code == 1 and class_.learners == ["ama"] and "[Ben Ångström-Núñez]" in said


def test_a_shelf_is_never_filled_beyond_its_measure(class_, monkeypatch):
    monkeypatch.setattr(shelf, "MOST", 100_000)
    packed(class_.inbox / "class.zip", [(f"{AMA}/a.ipynb", page()), (f"{BEN}/a.ipynb", b"{" + b" " * 200_000)])
    code, said = class_.collect()
    assert code == 2 and "more than a class can have written" in said and class_.learners == []


def test_archives_in_archives_end_somewhere(class_, monkeypatch):
    monkeypatch.setattr(archives, "LARGEST_INSIDE", 200_000)
    monkeypatch.setattr(archives, "MOST_BYTES_INSIDE", 50_000)
    deep = nested((f"{AMA}/a.ipynb", page()))
    for _ in range(6):
        deep = nested(("in.zip", deep))
    many = nested(*((f"{number}.ipynb", b"x") for number in range(archives.MOST_INSIDE + 1)))
    grows = nested(*((f"{number}.ipynb", handed(" " * 20_000 + str(number), number="ben")) for number in range(9)))
    large = nested(("a", random.Random(2).randbytes(300_000)))
    packed(class_.inbox / "class.zip", [("deep.zip", deep), (f"{BEN}/many.zip", many), (f"{AMA}/large.zip", large),
                                            ("grows.zip", grows), ("zoe/a.ipynb", page())])
    code, said = class_.collect()
    assert code == 1 and class_.learners == ["zoe"]
    assert said.count(archives.TOO_LARGE) == 2
    assert archives.TOO_DEEP in said and archives.TOO_MANY in said


def test_a_document_is_no_archive_though_it_is_packed_as_one(class_):
    packed(class_.inbox / "class.zip", [(f"{AMA}/letter.docx", nested(("word/document.xml", b"<x/>"))), (f"{AMA}/a.ipynb", page())])
    assert class_.collect()[0] == 0 and class_.learners == ["ama"]


def test_links_and_pipes_in_a_folder_are_not_followed(class_, tmp_path_factory):
    secret = tmp_path_factory.mktemp("elsewhere") / "a.ipynb"
    secret.write_bytes(page("exemplary"))
    (class_.inbox / "ama").mkdir()
    (class_.inbox / "ama/a.ipynb").symlink_to(secret)
    (class_.inbox / "zoe").symlink_to(secret.parent, target_is_directory=True)
    os.mkfifo(class_.inbox / "ben.ipynb")
    code, said = class_.collect()
    assert code == 1 and class_.learners == [] and said.count("not followed") == 2 and "no plain file" in said


@pytest.mark.parametrize("seed", range(25))
def test_whatever_is_done_to_the_bytes_of_an_archive_it_is_survived(class_, seed):
    """Bytes changed, cut out and doubled at random: the archive beside it is collected, and nothing lies outside."""
    dice = random.Random(seed)
    path = packed(class_.inbox / "a.zip", [
        (f"{BEN}/b.zip", nested(("x/a.ipynb", page("b")))), (f"{BEN}/../../b.ipynb", page("b")), ("zoe/é.ipynb", page("z"))])
    content = bytearray(path.read_bytes())
    for _ in range(dice.randint(1, 12)):
        start = dice.randrange(len(content)) if dice.random() < 0.5 else dice.randrange(len(content) - 400, len(content))
        end = start + dice.randint(0, 8)
        content[start:end] = dice.choice([b"", dice.randbytes(4), bytes(content[start:end]) * 2, b"\xff\xff\xff\xff"])
    path.write_bytes(content)
    packed(class_.inbox / "good.zip", [(f"{AMA}/a.ipynb", page("a"))])
    code, said = class_.collect()
    assert code in (0, 1) and class_.words_of("ama") == "a", said
    assert set(class_.learners) <= {"ama", "ben", "zoe"}
