import pytest

from explorer.store import Store


@pytest.fixture
def store(tmp_path):
    made = Store(tmp_path / "library.db")
    yield made
    made.close()
