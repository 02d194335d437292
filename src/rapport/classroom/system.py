"""What the machine knows of users and groups, and the commands of Debian that change it."""

from __future__ import annotations

import contextlib
import grp
import os
import pwd
import socket
import subprocess
import time
from pathlib import Path

import psutil

NOLOGIN = "/usr/sbin/nologin"
"""The shell of every account made here: they work in Jupyter and cannot log in by ssh."""

PATIENCE = 10
"""Seconds for a user's programs to end."""


def is_root() -> bool:
    """Whether this process may make users."""
    return hasattr(os, "geteuid") and os.geteuid() == 0


def user(name: str) -> pwd.struct_passwd | None:
    """The account of this name, if there is one."""
    try:
        return pwd.getpwnam(name)
    except KeyError:
        return None


def group(name: str) -> grp.struct_group | None:
    """The group of this name, if there is one."""
    try:
        return grp.getgrnam(name)
    except KeyError:
        return None


def made_for(group_name: str) -> list[str]:
    """The accounts that were made for this class: they say so in their own entry, which no member merely added does."""
    return sorted(account.pw_name for account in pwd.getpwall() if account.pw_gecos.endswith(f",{group_name}"))


def add_group(name: str) -> None:
    """Make the group."""
    _run("groupadd", name)


def add_user(name: str, full_name: str, group_name: str) -> None:
    """Make the account with its home, closed to others. It has no password yet, so nobody can log in."""
    _run("useradd", "--create-home", "--user-group", "--groups", group_name, "--shell", NOLOGIN,
         "--comment", f"{full_name},,,,{group_name}", name)
    os.chmod(user(name).pw_dir, 0o700)


def set_password(name: str, password: str) -> None:
    """Give the account a password; it goes through a pipe, so that no list of processes shows it."""
    _run("chpasswd", stdin=f"{name}:{password}\n")


def remove_user(name: str) -> None:
    """End what the user runs, and remove the account with its home."""
    end = time.monotonic() + PATIENCE
    while (running := programs(name)) and time.monotonic() < end:
        for pid, _ in running:
            with contextlib.suppress(psutil.NoSuchProcess):
                psutil.Process(pid).kill()
        time.sleep(0.2)
    _run("userdel", "--remove", name)


def remove_group(name: str) -> None:
    """Remove the group."""
    _run("groupdel", name)


def programs(name: str) -> list[tuple[int, str]]:
    """What runs under this account: the number and the command line of each process."""
    uid = user(name).pw_uid
    found = psutil.process_iter(["uids", "cmdline", "status"])
    return [(process.pid, " ".join(process.info["cmdline"] or ())) for process in found
            if process.info["uids"] and process.info["uids"].real == uid and process.info["status"] != psutil.STATUS_ZOMBIE]


def private_memory(pid: int) -> int:
    """The bytes that this process holds and shares with no other; 0 where it has ended."""
    try:
        return psutil.Process(pid).memory_full_info().uss
    except psutil.Error:
        return 0


def somebody_listens(port: int) -> bool:
    """Whether a program of this machine answers at this port."""
    try:
        with socket.create_connection(("127.0.0.1", port), timeout=2):
            return True
    except OSError:
        return False


def as_user(name: str) -> dict:
    """The arguments by which ``subprocess`` starts a program as this user, with the user's groups and home."""
    account = user(name)
    groups = os.getgrouplist(name, account.pw_gid)
    return {"user": account.pw_uid, "group": account.pw_gid, "extra_groups": groups, "cwd": account.pw_dir}


def own(path: Path, name: str) -> None:
    """Give everything below ``path``, and ``path`` itself, to the user; no link is followed."""
    account = user(name)
    os.chown(path, account.pw_uid, account.pw_gid, follow_symlinks=False)
    for folder, folders, files in os.walk(path):
        for each in (*folders, *files):
            os.chown(Path(folder, each), account.pw_uid, account.pw_gid, follow_symlinks=False)


def _run(*command: str, stdin: str = "") -> None:
    """Run a command. Raises OSError with what it said where it fails."""
    done = subprocess.run(command, input=stdin, capture_output=True, text=True, check=False)
    if done.returncode:
        raise OSError(f"“{' '.join(command)}” failed: {done.stderr.strip() or done.returncode}")
