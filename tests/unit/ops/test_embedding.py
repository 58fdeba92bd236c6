"""embed and similar as a person asks for them, through a session, with the engine that needs no model."""

import json
import shutil

import pytest

from explorer.embedders import EMBEDDERS
from explorer.errors import Cancelled, ExplorerError, NotFound
from explorer.ops.embedding import default_engine, embed
from explorer.ops.library import with_session
from explorer.ops.session import Session
from explorer.ops.similarity import lines, read_texts, similar_to, similar_to_texts
from explorer.ops.task import CancelToken
from tests.libraries import WEEK_JA, WEEKS_EN, import_files, new_store


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """A library that nobody writes to, and one of the same that is embedded."""
    folder = tmp_path_factory.mktemp("built")
    store = new_store(folder / "plain.db")
    import_files(store, WEEK_JA, WEEKS_EN)
    store.close()
    shutil.copy(folder / "plain.db", folder / "embedded.db")
    with_session(folder / "embedded.db", embed, "lexical")
    return folder


@pytest.fixture
def session(built, tmp_path):
    opened = Session(shutil.copy(built / "plain.db", tmp_path / "library.db"), create=False)
    yield opened
    opened.close()


@pytest.fixture
def embedded(built, tmp_path):
    """A session on the library that the engine without a model has embedded."""
    opened = Session(shutil.copy(built / "embedded.db", tmp_path / "embedded.db"), create=False)
    yield opened
    opened.close()


def texts_file(tmp_path, *rows):
    path = tmp_path / "texts.jsonl"
    path.write_text("\n".join(json.dumps(row, ensure_ascii=False) for row in rows) + "\n\n", encoding="utf-8")
    return path


def test_a_library_is_embedded_related_and_asked(session):
    told = []
    report = embed(session, "lexical", progress=lambda *step: told.append(step))
    assert report.engine == "lexical"
    assert report.embedded > 0
    assert report.words().startswith(f"{report.embedded} papers embedded with lexical")
    assert told[0][0] == 0
    assert {what for *_, what in told} >= {"Neighbours", "Map"}
    answer = similar_to(session, "KAN: Kolmogorov-Arnold Networks", 4)
    assert len(answer.hits) == 4
    assert len(list(lines(answer))) >= 5
    again = embed(session, "lexical")
    assert (again.embedded, again.kept, again.edges) == (0, report.embedded, report.edges)


def test_the_wording_stands_beside_every_other_engine(session):
    if line := EMBEDDERS["e5_small"].missing():
        pytest.skip(line)
    report = embed(session)
    assert report.engine == default_engine().replace("_", "-") == "e5-small"
    rows = session.read(
        lambda reader: reader.rows("select engine, changes from vector_space order by 1")
    ).result()
    assert rows == [("e5_small", report.embedded), ("lexical", report.embedded)]
    assert similar_to(session, "KAN: Kolmogorov-Arnold Networks", 2).engine == "e5-small"


def test_texts_that_are_not_in_the_library_are_compared_with_it(embedded, tmp_path):
    path = texts_file(
        tmp_path,
        {"id": "a", "text": "Kolmogorov-Arnold Networks", "language": "en", "kind": "title"},
        {"id": 2, "text": "KANはMLPの代わりになる"},
    )
    first, second = similar_to_texts(embedded, path, 3)
    assert (first.paper, second.paper) == ("a", "2")
    assert first.hits[0].title.startswith("KAN")
    assert len(second.hits) == 3


@pytest.mark.parametrize("line", ["not JSON", '{"id": "1"}', "[1, 2]", '"text"'])
def test_a_line_that_is_no_text_is_named(session, tmp_path, line):
    path = tmp_path / "texts.jsonl"
    path.write_text('{"id": "1", "text": "fine"}\n' + line, encoding="utf-8")
    with pytest.raises(ExplorerError, match=r"Line 2 of texts\.jsonl"):
        read_texts(path)


def test_an_unknown_engine_is_told_in_words(session):
    with pytest.raises(ExplorerError, match="no engine"):
        embed(session, "word2vec")


def test_an_unknown_paper_is_told_in_words(embedded):
    with pytest.raises(NotFound):
        similar_to(embedded, "no such paper anywhere")


def test_cancelling_before_the_first_batch_leaves_nothing_half_done(session):
    token = CancelToken()
    token.cancel()
    with pytest.raises(Cancelled):
        embed(session, "lexical", cancel=token)
    assert (
        session.read(lambda reader: reader.value("select count(*) from edge where kind = 'similar'")).result()
        == 0
    )


def test_vectors_of_another_version_are_not_compared(embedded, tmp_path):
    embedded.write(lambda store: store.execute("update vector_space set version = '0'")).result()
    with pytest.raises(ExplorerError, match="embedded with lexical 0"):
        similar_to_texts(embedded, texts_file(tmp_path, {"id": "1", "text": "x"}))
