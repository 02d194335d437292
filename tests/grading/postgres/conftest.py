import pytest

from classes import again, hand_in, on_server
from server import INSTALL, PASSWORD, program, running


@pytest.fixture(scope="session")
def server():
    """PostgreSQL, once for all tests of a process."""
    pg_ctl = program()
    if not pg_ctl:
        pytest.fail(INSTALL, pytrace=False)
    with running(pg_ctl) as server:
        yield server


@pytest.fixture(scope="module")
def graded(new_course, server):
    """A class that was graded undisturbed."""
    course = on_server(new_course("follow-up"), server.new_database())
    hand_in(course)
    again(course)
    return course


@pytest.fixture(scope="session", autouse=True)
def password():
    """In the environment, as graders are told to keep it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PGPASSWORD", PASSWORD)
        yield
