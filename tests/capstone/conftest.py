import pytest
from capstone_plan import PLAN

from rapport import memory


@pytest.fixture
def kept():
    """Keep a plan for the course's plan brief, as its pad does."""

    def keep(text: str = PLAN, brief: str = "plan-after-conference") -> str:
        memory.save(f"pads/{brief}/now", text)
        return brief

    return keep


@pytest.fixture
def course(tmp_path):
    """The folder of a notebook."""
    (tmp_path / "course").mkdir()
    return tmp_path / "course"
