"""The list and the folder of notes, read back by a CommonMark parser and by PyYAML."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from pathlib import Path

import pytest
import yaml
from markdown_it import MarkdownIt

from explorer.errors import Cancelled
from explorer.exporters import EXPORTERS, Written
from explorer.exporters.obsidian import tag_of, write_notes
from explorer.exporters.safe import markdown, one_line
from tests.hostile import HOSTILE
from tests.snapshots import NODES, RECORDS, hostile_snapshot, small_snapshot

_RESERVED = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\.|$)")


def _texts(text: str) -> list[str]:
    """What stands in the inline parts of a Markdown text; nothing but text, links and bold may be there."""
    found = []
    for token in MarkdownIt("commonmark", {"html": True}).enable("table").parse(text):
        assert token.type not in ("html_block", "fence", "code_block", "table_open")
        if token.type == "inline":
            kinds = {child.type for child in token.children}
            assert kinds <= {
                *("text", "text_special", "softbreak", "hardbreak"),
                *("link_open", "link_close", "strong_open", "strong_close"),
            }
            hrefs = [child.attrs["href"] for child in token.children if child.type == "link_open"]
            assert all(href.startswith(("http://", "https://")) for href in hrefs)
            found.append("".join(child.content or "\n" * ("break" in child.type) for child in token.children))
    return found


def _note(folder: Path, stem: str) -> Path:
    (path,) = folder.rglob(f"{stem}.md")
    return path


def _front(path: Path) -> dict[str, object]:
    return yaml.safe_load(path.read_text(encoding="utf-8").split("---\n")[1])


def _written(snapshot, folder: Path) -> Written:
    return write_notes(snapshot, folder, lambda done, total: None)


@pytest.mark.parametrize("frame", ["{}", "- {}", "# {}", "> “{}”", "- a\n\n  > “{}”"])
def test_hostile_text_is_text_in_markdown(frame: str) -> None:
    for text in HOSTILE:
        shown = frame.format(markdown(text)).rstrip()
        said = _texts(shown)
        expected = frame.split("\n")[-1].lstrip("-># ").format(one_line(text)).strip()
        assert (said[-1:] or [""]) == [expected] or not expected


def test_a_list_holds_papers_methods_notes_and_sentences(tmp_path: Path) -> None:
    EXPORTERS["md"].write(small_snapshot(), tmp_path / "out.md")
    text = (tmp_path / "out.md").read_text(encoding="utf-8")
    said = _texts(text)
    assert said[0] == "RAG, depth 2" and {"Papers", "Methods", "Links"} <= set(said)
    assert f"[{NODES[2][2]}](<https://arxiv.org/abs/2404.19543>)" in text
    assert "“RAGでは検索の誤りがそのまま残る。” — 勉強会 2025-02-04" in said
    assert "“Chain of Agents reads all of the text instead.” — Study notes (machine-written text)" in said
    assert any(line.startswith("再読する。") for line in said)


def test_a_hostile_list_is_read_back_equal(tmp_path: Path) -> None:
    EXPORTERS["md"].write(hostile_snapshot(list(HOSTILE)), tmp_path / "out.md")
    said = "\n".join(_texts((tmp_path / "out.md").read_text(encoding="utf-8")))
    for text in HOSTILE:
        assert f"“{one_line(text)}” — {one_line(text)}" in said


def test_a_note_has_front_matter_links_and_sentences(tmp_path: Path) -> None:
    assert _written(small_snapshot(), tmp_path) == Written(len(NODES))
    paper = _note(tmp_path, "プロメテウス2 評価に特化した言語モデル")
    front = _front(paper)
    assert front["title"] == RECORDS[1].title and front["aliases"] == [RECORDS[1].title]
    assert front["authors"] == list(RECORDS[1].authors) and front["status"] == "read"
    assert paper.parent.name == "Papers"
    text = _note(tmp_path, "Chain of Agents").read_text(encoding="utf-8")
    assert "[[RAG]]\n\n  > “RAGでは検索の誤りがそのまま残る。” — 勉強会 2025-02-04" in text
    assert "Ask who uses it now." in _note(tmp_path, "RAG").read_text(encoding="utf-8")


def test_every_wikilink_leads_to_a_note(tmp_path: Path) -> None:
    _written(hostile_snapshot(list(HOSTILE)), tmp_path)
    notes = list(tmp_path.rglob("*.md"))
    stems = {path.stem for path in notes}
    links = {
        found for path in notes for found in re.findall(r"\[\[([^\]|]+)", path.read_text(encoding="utf-8"))
    }
    assert links and links <= stems


def test_hostile_notes_are_read_back_equal_under_names_that_every_system_takes(tmp_path: Path) -> None:
    _written(hostile_snapshot(list(HOSTILE)), tmp_path)
    notes = list(tmp_path.rglob("*.md"))
    titles = sorted(str(_front(path).get("title", "")) for path in notes)
    assert titles == sorted(map(one_line, HOSTILE))
    assert len({unicodedata.normalize("NFC", path.stem.casefold()) for path in notes}) == len(HOSTILE)
    for path in notes:
        assert len(path.name.encode("utf-8")) < 140 and not re.search(
            r'[<>:"\\|?*\[\]#^\x00-\x1f]', path.name
        )
        assert not _RESERVED.match(path.name) and path.stem.strip(" .") == path.stem
        body = path.read_text(encoding="utf-8").split("-->\n", 1)[1].rsplit("<!-- /", 1)[0]
        _texts(re.sub(r"\[\[[^\]]*\]\]", "", body))


def test_a_second_export_writes_nothing(tmp_path: Path) -> None:
    _written(small_snapshot(), tmp_path)
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*.md")}
    later = replace(small_snapshot(), made_on="2026-05-05")
    assert _written(later, tmp_path) == Written(len(NODES), same=len(NODES))
    assert {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*.md")} == before


def test_what_a_person_wrote_below_the_block_or_into_the_front_matter_stays(tmp_path: Path) -> None:
    _written(small_snapshot(), tmp_path)
    path = _note(tmp_path, "RAG")
    text = path.read_text(encoding="utf-8").replace('kind: "concept"', 'kind: "concept"\nmine: 7')
    path.write_text(text + "\nMy thoughts.\n", encoding="utf-8")
    told = _written(replace(small_snapshot(), notes={3: "A new note."}), tmp_path)
    text = path.read_text(encoding="utf-8")
    assert told.kept == 0
    assert "A new note." in text and "Ask who" not in text
    assert text.endswith("\nMy thoughts.\n") and _front(path)["mine"] == 7


def test_a_block_that_a_person_changed_is_kept_and_new_text_stands_beside_once(tmp_path: Path) -> None:
    _written(small_snapshot(), tmp_path)
    path = _note(tmp_path, "RAG")
    mine = path.read_text(encoding="utf-8").replace("Ask who uses it now.", "Asked: nobody.")
    path.write_text(mine, encoding="utf-8")
    assert _written(small_snapshot(), tmp_path).kept == 1
    assert not list(tmp_path.rglob("*(new)*"))
    news = replace(small_snapshot(), notes={3: "A new note."})
    assert _written(news, tmp_path) == Written(len(NODES), kept=1, beside=1, same=len(NODES) - 2)
    assert _written(news, tmp_path) == Written(len(NODES), kept=1, same=len(NODES) - 1)
    assert path.read_text(encoding="utf-8") == mine
    beside = _note(tmp_path, "RAG (new)")
    assert "A new note." in beside.read_text(encoding="utf-8")
    beside.write_text(beside.read_text(encoding="utf-8") + "mine, too", encoding="utf-8")
    assert _written(replace(small_snapshot(), notes={3: "Newer."}), tmp_path).beside == 1
    assert "mine, too" in beside.read_text(encoding="utf-8")
    assert "Newer." in _note(tmp_path, "RAG (new 2)").read_text(encoding="utf-8")


def test_a_note_is_found_again_where_it_was_renamed_and_moved(tmp_path: Path) -> None:
    _written(small_snapshot(), tmp_path)
    (tmp_path / "Mine").mkdir()
    _note(tmp_path, "RAG").rename(tmp_path / "Mine" / "Retrieval.md")
    assert _written(small_snapshot(), tmp_path).notes == len(NODES)
    assert len(list(tmp_path.rglob("*.md"))) == len(NODES)
    assert "[[Retrieval|RAG]]" in _note(tmp_path, "Chain of Agents").read_text(encoding="utf-8")


@pytest.mark.parametrize("content", [b"my own", b"\xff\xfe\x00broken", b""])
def test_a_file_of_the_person_is_never_written_to(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "Methods").mkdir()
    (tmp_path / "Methods" / "rag.md").write_bytes(content)
    _written(small_snapshot(), tmp_path)
    assert (tmp_path / "Methods" / "rag.md").read_bytes() == content
    assert _note(tmp_path, "RAG (2)").is_file()


def test_a_link_to_a_note_elsewhere_is_left_alone(tmp_path: Path) -> None:
    _written(small_snapshot(), tmp_path / "other")
    (tmp_path / "vault" / "Methods").mkdir(parents=True)
    target = _note(tmp_path / "other", "RAG")
    (tmp_path / "vault" / "Methods" / "RAG.md").symlink_to(target)
    before = target.read_bytes()
    _written(replace(small_snapshot(), notes={3: "A new note."}), tmp_path / "vault")
    assert target.read_bytes() == before


def test_line_ends_of_another_system_are_no_change(tmp_path: Path) -> None:
    _written(small_snapshot(), tmp_path)
    path = _note(tmp_path, "RAG")
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    told = _written(replace(small_snapshot(), notes={3: "A new note."}), tmp_path)
    assert told.kept == 0 and b"A new note." in path.read_bytes()
    assert path.read_bytes().count(b"\n") == path.read_bytes().count(b"\r\n")


def test_an_export_that_is_stopped_leaves_whole_notes_and_goes_on_later(tmp_path: Path) -> None:
    def stop(done: int, total: int) -> None:
        assert total == len(NODES)
        if done == 4:
            raise Cancelled("Stopped.", "")

    with pytest.raises(Cancelled):
        write_notes(small_snapshot(), tmp_path, stop)
    assert len(list(tmp_path.rglob("*.md"))) == 4 and not list(tmp_path.rglob("*.part"))
    assert _written(small_snapshot(), tmp_path) == Written(len(NODES), same=4)


def test_the_same_paper_of_another_library_is_the_same_note(tmp_path: Path) -> None:
    _written(small_snapshot(), tmp_path)
    assert _written(replace(small_snapshot(), library="other.db"), tmp_path).kept == 0
    assert len(list(tmp_path.rglob("*.md"))) == len(NODES)


@pytest.mark.parametrize(
    ("name", "tag"),
    [
        ("retrieval / 検索拡張", "retrieval-検索拡張"),
        ("nlp/qa", "nlp/qa"),
        ("2024", "2024_"),
        ("a  b!!c", "a-b-c"),
        ("#!", ""),
    ],
)
def test_a_tag_has_the_letters_that_obsidian_takes(name: str, tag: str) -> None:
    assert tag_of(name) == tag
