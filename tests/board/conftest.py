import pytest
from board_server import Board

from rapport import memory
from rapport.classboard import material
from rapport.sharing import consent, listening
from rapport.sharing.messenger import Messenger


@pytest.fixture(scope="session")
def course():
    return material.load()


@pytest.fixture
def board(tmp_path, course):
    """A running board about which nothing is known."""
    board = Board(tmp_path / "board.jsonl", course)
    yield board
    board.end()


@pytest.fixture
def kernel(board, monkeypatch):
    """This process as the kernel of a learner, Leo, on the board's hub, in a lesson."""
    monkeypatch.setenv("RAPPORT_BOARD_URL", board.address)
    monkeypatch.setenv("JUPYTERHUB_API_TOKEN", "leo-kernel")
    monkeypatch.setenv("JPY_SESSION_NAME", "/home/leo/notebooks/01-taking-before-giving.ipynb")
    messenger = Messenger(pause=0.1)
    monkeypatch.setattr(memory, "_listeners", [])
    monkeypatch.setattr(listening, "THE", messenger)
    monkeypatch.setattr(listening, "_begun", False)
    monkeypatch.setattr(listening, "_told", 0.0)
    monkeypatch.setattr(consent, "ON_ITS_WAY", 0)
    monkeypatch.setattr(consent, "_unkept", False)
    yield messenger
    with messenger._turn:
        messenger._waiting.clear()  # what could not be sent must not reach the next test's board
