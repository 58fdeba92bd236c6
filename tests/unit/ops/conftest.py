import pytest

from tests.libraries import import_text, new_store
from tests.twins import FIRST, SECOND, papers


@pytest.fixture
def store(tmp_path):
    made = new_store(tmp_path / "library.db")
    yield made
    made.close()


@pytest.fixture
def two(store):
    """A library with two papers that are one, and a third."""
    import_text(store, "a.md", FIRST)
    import_text(store, "b.md", SECOND)
    found = papers(store)
    return store, found["Foo Nets for Vision"], found["Networks of Foo"]
