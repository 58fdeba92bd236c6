"""PDFs as decks, papers, scans, halves and bombs."""

from __future__ import annotations

import zlib
from contextlib import closing

import pytest

from explorer.errors import Cancelled, ImportFailed
from explorer.importers import Source
from explorer.ops import history, importing
from explorer.pipeline.plan import Input, plan
from explorer.pipeline.recognise import recognise
from explorer.pipeline.report import report
from explorer.pipeline.unpack import unpack
from explorer.pipeline.unpack.pdf import unpack_pdf
from explorer.store import Store
from explorer.store.check import check
from tests.pdfs import LANDSCAPE, Words, column, write_pdf

RUNNING = column(["Workshop Proceedings, page 1"], top=770, size=8)


def a_deck(pages: int = 5) -> bytes:
    slides = [
        [
            *column(
                [f"Method {i}: 検索拡張⽣成", "• Self-RAG improves on RAG (arXiv:2310.11511)"],
                top=350,
                size=18,
            )
        ]
        for i in range(1, pages)
    ]
    return write_pdf([column(["Trends in Retrieval", "May 2024"], top=300, size=24), *slides], LANDSCAPE)


def a_paper() -> bytes:
    """Three pages with a running head, a page number, a title of two lines and words that are divided."""
    prose = [
        "We study how retrieval aug-",
        "mented generation reads the many long documents",
        "that it is given and find the state-of-the-",
        "art models wanting. Others are well-known.",
    ]
    first = [
        *column(["A Study of Retrieval in", "Large Models"], top=740, size=20),
        *column(["1 Introduction"], top=680, size=14),
        *column([*prose, "- one item", "- another item"], top=650),
    ]
    more = [*column(prose, top=740), Words("2", 300, 20, 9)]
    return write_pdf([[*RUNNING, *page] for page in (first, more, more)])


def test_a_deck_keeps_its_slides_apart_and_is_recognised_as_one() -> None:
    text = unpack("talk.pdf", a_deck()).text
    assert text.count("\f") == 4
    assert recognise(Source("talk.pdf", text)) == "slide_transcript"


def test_a_paper_becomes_headings_and_paragraphs_without_running_heads_and_page_numbers() -> None:
    text = unpack("paper.pdf", a_paper()).text
    assert text.startswith("# A Study of Retrieval in Large Models\n\n## 1 Introduction\n\nWe study how ")
    assert "retrieval augmented generation reads the many long documents that it is given" in text
    assert "state-of-the-art models wanting" in text
    assert "\n- one item\n- another item\n" in text
    assert "Workshop" not in text and "\n2\n" not in text
    assert recognise(Source("paper.pdf", text)) != "slide_transcript"


def test_columns_that_were_written_across_are_read_one_after_the_other() -> None:
    left = column([f"the left column says sentence {i} of its own" for i in range(9)], x=40, size=10)
    right = column([f"on the right side another thing {i} is said" for i in range(9)], x=330, size=10)
    across = [run for pair in zip(left, right, strict=True) for run in pair]
    text = unpack(
        "two.pdf", write_pdf([[*column(["Title across both columns"], x=200, top=760), *across]])
    ).text
    words = " ".join(text.split())
    assert words.index("sentence 8") < words.index("another thing 0")
    assert words.startswith("Title across both columns")


def test_a_table_is_not_taken_for_columns() -> None:
    cells = [Words(text, x, 700 - 20 * i) for i in range(9) for text, x in ((f"RAG {i}", 80), ("71.2", 400))]
    text = unpack("table.pdf", write_pdf([cells])).text
    assert text.index("71.2") < text.index("RAG 1")


@pytest.mark.parametrize("name", ["scan.pdf", "empty pages.pdf"])
def test_pages_without_text_are_said_to_need_ocr(name: str) -> None:
    with pytest.raises(ImportFailed, match=r"no text on its 2 pages") as caught:
        unpack(name, write_pdf([[], []]))
    assert "OCR" in caught.value.hint


def test_single_pages_without_text_are_named_in_the_report(tmp_path) -> None:
    made = write_pdf([column(["A note on Self-RAG", "It retrieves on demand, as we said before."]), [], []])
    with closing(Store(tmp_path / "a.pelib")) as store:
        (told,) = report(plan(store.reader, [Input("note.pdf", "note.pdf", made)])).documents
    assert [doubt.why for doubt in told.doubts if "pages" in doubt.why] == [
        "2 of 3 pages hold no text (pictures?): 2, 3."
    ]


@pytest.mark.parametrize("keep", [0.02, 0.3, 0.6, 0.9])
def test_half_a_pdf_is_refused_or_read_but_never_breaks(keep: float) -> None:
    whole = a_paper()
    try:
        assert unpack("half.pdf", whole[: int(len(whole) * keep)]).text
    except ImportFailed as error:
        assert error.hint and "half.pdf" in error.message


def test_a_locked_pdf_says_so() -> None:
    locked = a_deck().replace(
        b"/Root 1 0 R",
        b"/Root 1 0 R /ID [<00><00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <" + b"ab" * 32 + b">"
        b" /U <" + b"cd" * 32 + b"> >>",
    )
    with pytest.raises(ImportFailed, match="locked with a password"):
        unpack("locked.pdf", locked)


def test_a_pdf_that_takes_too_long_is_stopped_and_the_limit_named() -> None:
    with pytest.raises(ImportFailed, match=r"stopped: a PDF may take 0 seconds"):
        unpack_pdf("slow.pdf", a_deck(), lambda done, total: None, most_s=0.0)


def test_a_person_can_stop_between_two_pages() -> None:
    def stop(done: int, total: int) -> None:
        raise Cancelled("Stopped.")

    with pytest.raises(Cancelled):
        unpack("long.pdf", a_deck(), stop)


def test_a_page_of_one_gigabyte_packed_into_a_megabyte_is_survived() -> None:
    packer = zlib.compressobj(9)
    packed = b"".join([*(packer.compress(b" " * 10_000_000) for _ in range(100)), packer.flush()])
    bomb = write_pdf([[]]).replace(
        b"<< /Length 0 >>\nstream\n\nendstream",
        b"<< /Length %d /Filter /FlateDecode >>\nstream\n" % len(packed) + packed + b"\nendstream",
    )
    with pytest.raises(ImportFailed):
        unpack("bomb.pdf", bomb)


def test_offsets_of_an_imported_pdf_are_those_of_its_kept_text_also_after_undo_and_redo(tmp_path) -> None:
    with closing(Store(tmp_path / "a.pelib")) as store:
        made = plan(store.reader, [Input("talk.pdf", "talk.pdf", a_deck())])
        importing.apply(store, made, "2024-06-01T00:00:00")
        assert check(store.reader) == []
        history.undo(store)
        history.redo(store)
        assert check(store.reader) == []
        again = plan(store.reader, [Input("copy.pdf", "copy.pdf", a_deck())])
        assert [source.known for source in again.sources] == [True]
