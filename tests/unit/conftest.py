import pytest

from tests.libraries import new_store


@pytest.fixture
def store(tmp_path):
    made = new_store(tmp_path / "library.db")
    yield made
    made.close()
