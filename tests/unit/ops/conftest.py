import pytest

from tests.libraries import WEEKS_EN, import_files, import_text, new_store
from tests.twins import FIRST, SECOND, papers


@pytest.fixture
def two(store):
    """A library with two papers that are one, and a third."""
    import_text(store, "a.md", FIRST)
    import_text(store, "b.md", SECOND)
    found = papers(store)
    return store, found["Foo Nets for Vision"], found["Networks of Foo"]


@pytest.fixture
def library(tmp_path):
    """File of a library with three weeks in it."""
    path = tmp_path / "mine.db"
    store = new_store(path)
    import_files(store, WEEKS_EN)
    store.close()
    return path
