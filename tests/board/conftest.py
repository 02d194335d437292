import pytest
from board_server import Board

from rapport.board import material


@pytest.fixture(scope="session")
def course():
    return material.load()


@pytest.fixture
def board(tmp_path, course):
    """A running board about which nothing is known."""
    board = Board(tmp_path / "board.jsonl", course)
    yield board
    board.end()
