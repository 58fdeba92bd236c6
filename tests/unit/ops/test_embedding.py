"""embed and similar as a person asks for them, through a session, with the engine that needs no model."""

import json

import pytest

from explorer.embedders import EMBEDDERS
from explorer.errors import Cancelled, ExplorerError, NotFound
from explorer.ops.embedding import default_engine, embed
from explorer.ops.session import Session
from explorer.ops.similarity import lines, read_texts, similar_to, similar_to_texts
from explorer.ops.task import CancelToken
from tests.libraries import WEEK_JA, WEEKS_EN, import_files, new_store


@pytest.fixture
def session(tmp_path):
    store = new_store(tmp_path / "library.db")
    import_files(store, WEEK_JA, WEEKS_EN)
    store.close()
    opened = Session(tmp_path / "library.db", create=False)
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


def test_texts_that_are_not_in_the_library_are_compared_with_it(session, tmp_path):
    embed(session, "lexical")
    path = texts_file(
        tmp_path,
        {"id": "a", "text": "Kolmogorov-Arnold Networks", "language": "en", "kind": "title"},
        {"id": 2, "text": "KANはMLPの代わりになる"},
    )
    first, second = similar_to_texts(session, path, 3)
    assert (first.paper, second.paper) == ("a", "2")
    assert first.hits[0].title.startswith("KAN")
    assert len(second.hits) == 3


@pytest.mark.parametrize("line", ["not JSON", '{"id": "1"}', "[1, 2]", '"text"'])
def test_a_line_that_is_no_text_is_named(session, tmp_path, line):
    path = tmp_path / "texts.jsonl"
    path.write_text('{"id": "1", "text": "fine"}\n' + line, encoding="utf-8")
    with pytest.raises(ExplorerError, match=r"Line 2 of texts\.jsonl"):
        read_texts(path)


def test_an_unknown_engine_or_paper_is_told_in_words(session):
    with pytest.raises(ExplorerError, match="no engine"):
        embed(session, "word2vec")
    embed(session, "lexical")
    with pytest.raises(NotFound):
        similar_to(session, "no such paper anywhere")


def test_cancelling_before_the_first_batch_leaves_nothing_half_done(session):
    token = CancelToken()
    token.cancel()
    with pytest.raises(Cancelled):
        embed(session, "lexical", cancel=token)
    assert (
        session.read(lambda reader: reader.value("select count(*) from edge where kind = 'similar'")).result()
        == 0
    )


def test_vectors_of_another_version_are_not_compared(session, tmp_path):
    embed(session, "lexical")
    session.write(lambda store: store.execute("update vector_space set version = '0'")).result()
    with pytest.raises(ExplorerError, match="embedded with lexical 0"):
        similar_to_texts(session, texts_file(tmp_path, {"id": "1", "text": "x"}))
