from __future__ import annotations

import os
import stat
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.errors import ExplorerError
from explorer.exporters.safe import bibtex, csv_cell, file_name, link, number, one_line, plain, write_whole
from tests.hostile import HOSTILE

any_text = st.text(st.characters(exclude_categories=())) | st.sampled_from(HOSTILE)


def test_there_are_two_hundred_hostile_texts() -> None:
    assert len(HOSTILE) >= 200


@given(any_text)
def test_plain_text_survives_xml_and_utf8_and_is_stable(text: str) -> None:
    clean = plain(text)
    node = ET.Element("x")
    node.text = clean
    assert (ET.fromstring(ET.tostring(node)).text or "") == clean
    assert clean.encode("utf-8").decode("utf-8") == clean
    assert plain(clean) == clean


@given(st.text(st.characters(exclude_categories=("Cc", "Cs", "Cn", "Zl", "Zp"))))
def test_plain_leaves_ordinary_text_alone(text: str) -> None:
    assert plain(text) == text


def test_controls_become_replacement_characters_one_for_one() -> None:
    assert plain("a\x00b\x1fc\ud800d\ufffee") == "a\ufffdb\ufffdc\ufffdd\ufffde"


def test_every_kind_of_line_end_becomes_a_line_feed() -> None:
    assert plain("a\r\nb\rc\x85d\u2028e\u2029f\ng") == "a\nb\nc\nd\ne\nf\ng"
    assert one_line("  a\r\n\tb  c ") == "a b c"


@given(any_text)
def test_no_spreadsheet_cell_starts_a_formula(text: str) -> None:
    cell = csv_cell(text)
    assert not cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"))
    assert cell in (plain(text), "'" + plain(text))


@given(any_text)
def test_braces_balance_in_bibtex(text: str) -> None:
    depth = 0
    for letter in bibtex(text):
        depth += (letter == "{") - (letter == "}")
        assert depth >= 0
    assert depth == 0


@given(any_text)
def test_a_link_is_http_and_harmless_in_every_format(text: str) -> None:
    address = link(text)
    assert address == "" or address.startswith(("http://", "https://"))
    assert not set(address) & set(' "<>\\{}`|^\n') and address.isascii()


@pytest.mark.parametrize(
    "address",
    ["javascript:alert(1)", "file:///etc/passwd", "http://", "http://a@b/", "//x", "http://[", "ftp://x/"],
)
def test_other_addresses_are_no_links(address: str) -> None:
    assert link(address) == ""


def test_a_link_keeps_its_query_and_encodes_what_is_not_ascii() -> None:
    assert (
        link("https://arxiv.org/abs/2405.01535?x=1&y=%20#a") == "https://arxiv.org/abs/2405.01535?x=1&y=%20#a"
    )
    assert link("https://example.org/検索 x") == "https://example.org/%E6%A4%9C%E7%B4%A2%20x"


@given(any_text)
def test_a_file_name_is_one_that_every_system_takes(text: str) -> None:
    name = file_name(text)
    assert name and name not in (".", "..") and len(name.encode()) <= 81
    assert not set(name) & set('<>:"/\\|?*\0') and name == name.strip(" .")
    assert name.split(".")[0].upper() not in ("CON", "NUL", "PRN", "AUX", "COM1")


def test_numbers_that_no_reader_holds_become_zero() -> None:
    assert [number(x) for x in (float("nan"), float("inf"), -float("inf"), 1.5)] == [0.0, 0.0, 0.0, 1.5]


def test_a_file_is_replaced_whole_with_ordinary_rights(tmp_path: Path) -> None:
    path = tmp_path / "検索.txt"
    write_whole(path, "old")
    write_whole(path, "新\n")
    assert path.read_bytes() == "新\n".encode()
    umask = os.umask(0)
    os.umask(umask)
    assert stat.S_IMODE(path.stat().st_mode) == 0o666 & ~umask
    assert list(tmp_path.iterdir()) == [path]


def test_a_symbolic_link_stays_one(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "target")
    write_whole(tmp_path / "link", b"x")
    assert (tmp_path / "link").is_symlink() and (tmp_path / "target").read_bytes() == b"x"


def test_a_folder_is_not_overwritten(tmp_path: Path) -> None:
    (tmp_path / "out.csv").mkdir()
    with pytest.raises(ExplorerError, match="is not a file"):
        write_whole(tmp_path / "out.csv", b"x")


@pytest.mark.parametrize(
    ("name", "words"), [("file/out.csv", "a file, not a folder"), ("x" * 300, "too long")]
)
def test_paths_that_cannot_be_are_said_in_words(name: str, words: str, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(ExplorerError, match=words) as caught:
        write_whole(tmp_path / name, b"x")
    assert caught.value.hint
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_a_read_only_folder_is_said_in_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def denied(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", denied)
    with pytest.raises(ExplorerError, match="folder is read-only"):
        write_whole(tmp_path / "out.csv", b"x")
