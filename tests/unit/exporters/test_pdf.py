"""PDF, read back by PDFium."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest

from explorer.exporters import EXPORTERS
from explorer.exporters.safe import one_line
from tests.hostile import HOSTILE
from tests.snapshots import hostile_snapshot, large_snapshot, small_snapshot

pytestmark = pytest.mark.usefixtures("qapp")


def _read(snapshot, tmp_path: Path) -> pypdfium2.PdfDocument:
    EXPORTERS["pdf"].write(snapshot, tmp_path / "out.pdf")
    return pypdfium2.PdfDocument((tmp_path / "out.pdf").read_bytes())


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_drawing_is_one_page_whose_text_is_found_in_every_script(scheme: str, tmp_path: Path) -> None:
    document = _read(small_snapshot(scheme), tmp_path)
    assert len(document) == 1
    assert document[0].get_size() == (1_050, 675)  # points: 1400 by 900 pixels of 1/96 inch
    words = document[0].get_textpage().get_text_range()
    for name in ("Chain of Agents", "プロメテウス2", "週刊ダイジェスト", "检索增强生成综述", "José Müller"):
        assert name in words


def test_shapes_are_shapes_and_no_picture(tmp_path: Path) -> None:
    kinds = {thing.type for thing in _read(small_snapshot(), tmp_path)[0].get_objects()}
    assert pypdfium2.raw.FPDF_PAGEOBJ_PATH in kinds and pypdfium2.raw.FPDF_PAGEOBJ_TEXT in kinds
    assert pypdfium2.raw.FPDF_PAGEOBJ_IMAGE not in kinds


def test_everything_lies_on_the_page(tmp_path: Path) -> None:
    page = _read(large_snapshot(300), tmp_path)[0]
    width, height = page.get_size()
    text = page.get_textpage()
    boxes = [text.get_charbox(number) for number in range(text.count_chars())]
    assert len(boxes) > 500
    assert all(left >= -1 and bottom >= -1 for left, bottom, _, _ in boxes)
    assert all(right <= width + 1 and top <= height + 1 for _, _, right, top in boxes)


def test_title_and_day_stand_in_the_file(tmp_path: Path) -> None:
    about = _read(replace(small_snapshot(), title="検索 (RAG), depth 2"), tmp_path).get_metadata_dict()
    assert about["Title"] == "検索 (RAG), depth 2" and about["Creator"] == "Paper Explorer"
    assert about["CreationDate"].startswith("D:20260102000000")


@pytest.mark.parametrize("start", range(0, len(HOSTILE), 40))
def test_a_hostile_view_is_a_page_without_scripts_links_or_files(start: int, tmp_path: Path) -> None:
    texts = [*HOSTILE[start : start + 40], "a", "b"]
    document = _read(hostile_snapshot(texts), tmp_path)
    assert document.get_metadata_dict()["Title"] == one_line(texts[0])
    assert document.count_attachments() == 0
    assert pypdfium2.raw.FPDFDoc_GetJavaScriptActionCount(document) == 0
    assert pypdfium2.raw.FPDFPage_GetAnnotCount(document[0]) == 0
    raw = (tmp_path / "out.pdf").read_bytes()
    assert not any(word in raw for word in (b"/JavaScript", b"/OpenAction", b"/URI", b"/Launch"))


@pytest.mark.parametrize("title", HOSTILE[:80:8])
def test_a_hostile_title_is_read_back(title: str, tmp_path: Path) -> None:
    document = _read(replace(small_snapshot(), title=title), tmp_path)
    assert document.get_metadata_dict()["Title"] == one_line(title)
