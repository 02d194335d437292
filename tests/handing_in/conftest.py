"""A course's folder with a class, for every test here."""

from datetime import timedelta

import pytest

from handing_class import MORNING, Class


@pytest.fixture
def class_(tmp_path):
    return Class(tmp_path)


@pytest.fixture
def later():
    return MORNING + timedelta(hours=3)
