import pytest

from explorer.store import Store
from tests.libraries import EVENTS, RECORDS, WEEK_JA, WEEKS_EN, digest, import_files, import_text


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    """Four formats and one digest of our own that states a few things."""
    made = Store(tmp_path_factory.mktemp("q") / "library.db")
    import_files(made, WEEK_JA, WEEKS_EN, EVENTS, RECORDS)
    rows = [
        (
            "SPPO: Self-Play Preference Optimization",
            "proposes SPPO; SPPO outperforms DPO and IPO on AlpacaEval 2.0.",
            "2405.00675",
        ),
        ("A Study of RAG", "studies retrieval-augmented generation (RAG) with Llama 2.", "2405.11111"),
    ]
    import_text(made, "own.md", digest("April 29 - May 5", rows))
    yield made
    made.close()


@pytest.fixture
def reader(store):
    return store.reader
