"""What comes in is sorted into files, papers, pages and texts without being read or fetched."""

import pytest

from explorer.errors import Cancelled
from explorer.model.incoming import Choice, Given, Origin
from explorer.ops import intake, looking
from explorer.ops.importing import apply
from explorer.ops.incoming import things_of
from explorer.ops.task import CancelToken, no_progress
from explorer.pipeline.report import report
from tests.libraries import new_store

TABLE = "Titel;Wer;Wann;Weiteres\nA Pond of Frogs;Ann Bee;2020;Frogs in Ponds\nThe Wheel;Cee Dee;2021;Round\n"


def origins(*words, text="", html=""):
    return [(t.origin, t.name) for t in things_of(Given(words, text, html), CancelToken())]


@pytest.mark.parametrize(
    "text",
    [
        "2404.19756",
        "arXiv: 2404.19756v2",
        "https://arxiv.org/abs/2404.19756",
        " <https://arxiv.org/pdf/2404.19756> ",
    ],
)
def test_an_id_or_link_of_arxiv_is_a_paper_to_be_asked_for(text):
    (thing,) = things_of(Given((), text), CancelToken())
    assert (thing.origin, thing.host) == (Origin.ARXIV, "export.arxiv.org")


def test_lines_of_words_are_things_and_a_line_of_prose_makes_them_a_text(tmp_path):
    path = tmp_path / "a b.md"
    path.write_text("x", encoding="utf-8")
    lines = f"{path}\nhttps://example.org/a.html\n\n2404.19756"
    assert [o for o, _ in origins(text=lines)] == [Origin.FILE, Origin.WEB, Origin.ARXIV]
    assert [o for o, _ in origins(text=lines + "\nand what we thought of it")] == [Origin.TEXT]
    assert [o for o, _ in origins(text="* KAN: Kolmogorov-Arnold Networks. 2404.19756")] == [Origin.TEXT]


def test_a_file_whose_name_is_an_id_is_a_file(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "2404.19756").write_text("x", encoding="utf-8")
    assert origins("2404.19756") == [(Origin.FILE, "2404.19756")]


def test_a_folder_is_opened_and_each_thing_comes_once(tmp_path):
    (tmp_path / "b.md").write_text("x", encoding="utf-8")
    (tmp_path / "a.md").write_text("x", encoding="utf-8")
    (tmp_path / "empty").mkdir()
    found = things_of(Given((str(tmp_path), str(tmp_path / "a.md"), str(tmp_path / "empty"))), CancelToken())
    assert [(t.origin, t.name) for t in found[:2]] == [(Origin.FILE, "a.md"), (Origin.FILE, "b.md")]
    assert found[2].why == "empty holds no files."


@pytest.mark.parametrize(
    "word", ["nowhere.md", "a\0b", "x" * 5_000, "ftp://example.org/x", "http://u:p@example.org/"]
)
def test_what_cannot_be_had_says_why(word):
    (thing,) = things_of(Given((word,)), CancelToken())
    assert thing.origin is Origin.NOWHERE and thing.why and len(thing.name) <= 200


def test_a_text_is_named_by_its_first_words_and_a_page_keeps_its_links():
    page = '<p><a href="https://arxiv.org/abs/2404.19756">KAN</a></p>'
    found = things_of(Given((), "KAN and " + "more " * 30, page), CancelToken())
    assert found[0].content == page.encode() and found[0].name.startswith("KAN and more")
    told = things_of(Given((), "KAN and " + "more " * 30), CancelToken(), "2026-01-02")[0].name
    assert told.startswith("KAN and more") and told.endswith("more… · 2026-01-02") and len(told) < 70
    table = things_of(Given((), "title\tyear\nA\t2020", page), CancelToken())
    assert table[0].content == b"title\tyear\nA\t2020"
    assert things_of(Given((), "a\0\ud800b c"), CancelToken())[0].content


def test_a_person_can_stop_it(tmp_path):
    token = CancelToken()
    token.cancel()
    with pytest.raises(Cancelled):
        things_of(Given((str(tmp_path),)), token)


def the_file(tmp_path, text=TABLE, name="liste.csv"):
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return things_of(Given((str(path),)), CancelToken())[0]


def test_a_look_counts_and_shows_the_columns_with_their_first_values(tmp_path):
    found = looking.look(None, the_file(tmp_path), Choice(), CancelToken())
    assert found.format == "table_list" and found.counts.papers == 2 and found.is_list
    assert {c.name: c.field for c in found.columns}.items() >= {("Titel", "title"), ("Wann", "date")}
    assert found.columns[0].samples == ("A Pond of Frogs", "The Wheel")
    assert ("title", "title") in found.fields


def test_a_look_takes_format_edition_and_columns_as_they_are_chosen(tmp_path):
    thing = the_file(tmp_path)
    found = looking.look(None, thing, Choice("", "ICML 2031", (("title", "Weiteres"),)), CancelToken())
    assert found.edition == "ICML 2031"
    assert [p.title for d in found.plan.documents for p in d.document.papers] == ["Frogs in Ponds", "Round"]
    other = looking.look(None, thing, Choice("general_document"), CancelToken())
    assert (
        other.format == "general_document" and ("table_list", "Table of papers (CSV, TSV)") in other.formats
    )


def test_a_column_that_is_not_there_is_said_and_the_columns_stay_to_be_chosen(tmp_path):
    choice = Choice("table_list", columns=(("title", "Nirgends"),))
    found = looking.look(None, the_file(tmp_path), choice, CancelToken())
    assert "Nirgends" in found.why and len(found.columns) == 4


def test_a_look_that_is_stopped_gives_nothing(tmp_path):
    token = CancelToken()
    token.cancel()
    assert looking.look(None, the_file(tmp_path), Choice(), token) is None


def test_what_is_gone_by_the_time_of_the_import_is_a_failure_and_the_rest_comes(tmp_path, store):
    kept, gone = the_file(tmp_path), the_file(tmp_path, name="gone.csv")
    (tmp_path / "gone.csv").unlink()
    chosen = [(kept, Choice(columns=(("title", "Weiteres"),))), (gone, Choice())]
    made = intake.plan_things(store.reader, chosen, lambda *_: None, CancelToken())
    assert [f.source for f in made.failed] == ["gone.csv"]
    assert made.sources[0].columns == (("title", "Weiteres"),)


def test_a_table_whose_columns_nobody_knows_may_still_be_read_as_one(tmp_path):
    thing = the_file(tmp_path, "k1;k2\nA Pond of Frogs;7\nThe Wheel of Round Things;8\n")
    found = looking.look(None, thing, Choice(), CancelToken())
    assert "table_list" in dict(found.formats)
    chosen = Choice("table_list", columns=(("title", "k1"),))
    assert looking.look(None, thing, chosen, CancelToken()).counts.papers == 2


def test_a_pasted_text_has_one_name_in_the_card_the_report_and_the_library(tmp_path):
    text = "ICML papers on frogs: https://arxiv.org/abs/2404.19756\nand more words\n"
    (thing,) = things_of(Given((), text), CancelToken(), "2026-01-02")
    store = new_store(tmp_path / "a.db")
    made = intake.plan_things(store.reader, [(thing, Choice())], no_progress, CancelToken())
    (told,) = report(made).documents
    apply(store, made)
    name = store.reader.value("select title from document")
    kept = store.reader.row("select name, uri from source")
    store.close()
    assert thing.name == told.source == told.title == name == "ICML papers on frogs … · 2026-01-02"
    assert kept == (thing.name, f"text: {thing.name}")
    assert made.documents[0].document.editions == () and made.documents[0].document.date == ""


def test_a_mail_that_was_pasted_is_read_as_a_mail(tmp_path):
    text = (
        "From: Ann Bee <ann@example.org>\nTo: us\nSubject: 蛙の論文\n"
        "Date: Tue, 4 Mar 2025 10:00:00 +0000\n\nRead https://arxiv.org/abs/2404.19756 today.\n"
    )
    (thing,) = things_of(Given((), text), CancelToken(), "2026-01-02")
    store = new_store(tmp_path / "a.db")
    made = intake.plan_things(store.reader, [(thing, Choice())], no_progress, CancelToken())
    store.close()
    (document,) = (planned.document for planned in made.documents)
    assert thing.name == document.title == "蛙の論文"
    assert document.date == "2025-03-04" and [paper.arxiv_id for paper in document.papers] == ["2404.19756"]
