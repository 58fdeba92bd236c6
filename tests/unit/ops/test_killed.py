"""Programs killed while they embed, migrate, export, back up or restore: nothing acknowledged is lost.

Nothing half-written stands in the place of something good, and what was begun goes on.
"""

import json
import os
import re
import shutil
from pathlib import Path

import pytest

from explorer.exporters._vault import _parts, short_hash
from explorer.ops.backups import look_into
from explorer.ops.exporting import Page, export_words
from explorer.ops.library import ask, change, findings
from explorer.ops.tagging import tag
from explorer.questions.dump import dump
from explorer.store.backup import back_up, verify
from tests.at_work import SUFFIXES, VIEWS
from tests.kills import KILLS, ROOT, kill_at_work, moments
from tests.libraries import import_text, new_store

OLD = ROOT / "db" / "versions" / "m001_library.db"
PAPERS = 60

pytestmark = pytest.mark.slow


def listed(count_):
    """A list of papers with abstracts, as an arXiv snapshot writes it."""
    words = ("harbour", "boat", "tide", "crane", "anchor", "rope", "sail", "buoy", "keel", "mast", "dock")
    rows = []
    for number in range(count_):
        said = " ".join(words[(number * step) % 11] for step in (1, 3, 5, 7))
        title = f"On the {said.title()} of Class {number}"
        row = {"id": f"2403.{10000 + number}", "title": title, "abstract": f"We study {said}."}
        rows.append(row | {"authors": "Ada Berg", "categories": "cs.LG", "update_date": "2024-03-01"})
    return "\n".join(map(json.dumps, rows)) + "\n"


def state(library):
    return json.dumps(ask(library, dump), ensure_ascii=False, sort_keys=True)


def derived(library):
    """Vectors, similarities, map and communities, to compare two runs."""
    tables = ("embedding", "map_place", "community", "community_name", "measure")
    sqls = [*(f"select * from {table} order by 1, 2" for table in tables)]
    return ask(
        library, lambda reader: [reader.rows(sql) for sql in (*sqls, "select * from edge order by 1, 2, 3")]
    )


def embedded(library):
    """How many papers have a vector, and how often one was written."""
    sql = "select (select count(*) from embedding), coalesce((select changes from vector_space), 0)"
    return ask(library, lambda reader: reader.row(sql))


def test_an_embedding_that_is_killed_goes_on_and_embeds_every_text_once(tmp_path):
    whole = tmp_path / "whole.db"
    store = new_store(whole)
    import_text(store, "list.jsonl", listed(PAPERS))
    store.close()
    library = Path(shutil.copy(whole, tmp_path / "mine.db"))
    lasts = kill_at_work("embedding", library).seconds
    expected, papers = derived(library), embedded(library)
    assert papers == (PAPERS, PAPERS)
    shutil.copy(whole, library)
    hit = begun = kept = 0
    for number, seconds in enumerate(moments(lasts)):
        if number % 2:  # while vectors are being written
            killed = kill_at_work("embedding", library, seconds / lasts / 20, lines=3 + number // 2 % 5)
        else:
            killed = kill_at_work("embedding", library, seconds)
        rows, writes = embedded(library)
        assert kept + max(map(int, killed.told)) <= rows == writes  # what was told is there, once
        assert findings(library) == []
        hit += killed.at_work
        begun += 0 < rows < PAPERS
        kept = rows
        if rows == PAPERS and number % 3 == 0:
            kill_at_work("embedding", library)
            assert embedded(library) == papers and derived(library) == expected
            shutil.copy(whole, library)
            kept = 0
    kill_at_work("embedding", library)
    assert embedded(library) == papers and derived(library) == expected
    print(f"{KILLS} kills over {lasts:.1f} s: {hit} hit the work, {begun} left a part of the vectors")
    assert hit


def test_a_migration_that_is_killed_is_done_by_the_next_start_and_its_copy_is_whole(tmp_path):
    old = Path(shutil.copy(OLD, tmp_path / "whole.db"))
    lasts = kill_at_work("migrating", old).seconds
    expected = state(old)
    hit = 0
    for number, seconds in enumerate(moments(lasts)):
        folder = tmp_path / str(number)
        folder.mkdir()
        library = Path(shutil.copy(OLD, folder / "mine.db"))
        hit += kill_at_work("migrating", library, seconds).at_work
        for copy in folder.glob("mine.before-*.db"):
            verify(copy)
        assert state(library) == expected  # opened, and brought up to date where it was not
        assert findings(library) == []
        for left in folder.glob("*.partial*"):
            os.utime(left, (0, 0))
        back_up(library, folder / "later.db")
        assert not list(folder.glob("*.partial*"))  # what a killed copy left is nobody's after an hour
        shutil.rmtree(folder)
    print(f"{KILLS} kills over {lasts:.2f} s: {hit} hit the work")
    assert hit


def is_whole(note):
    """Whether a note has both its comments and says between them what they say it does."""
    found = _parts(note)
    return bool(found) and short_hash(found["block"]) == found["block_hash"]


def content(raw, suffix):
    """All bytes of a file; of a PDF its streams: Qt writes the fonts of a page in the order of a hash."""
    if suffix != ".pdf":
        return raw
    assert raw.startswith(b"%PDF-") and raw.rstrip().endswith(b"%%EOF")
    streams = re.findall(rb"\nstream\r?\n(.*?)\r?\nendstream", raw, re.DOTALL)
    assert streams
    return tuple(sorted(re.sub(rb"uuid:[0-9a-f-]{36}", b"", stream) for stream in streams))


def test_an_export_that_is_killed_leaves_the_old_file_or_the_new_one(library, tmp_path):
    out, good = tmp_path / "out", {suffix: set() for suffix in SUFFIXES}
    out.mkdir()
    for view in VIEWS:
        write_all(library, out, view)
        for suffix in SUFFIXES[:-1]:
            good[suffix].add(content((out / f"out{suffix}").read_bytes(), suffix))
    notes = {path.name for path in (out / "out").rglob("*.md")}
    before = library.read_bytes()
    begun = kill_at_work("exporting", library, 1.0, out)
    lasts = begun.seconds / max(len(begun.told) - 1, 1)
    for seconds in moments(max(lasts, 1.0)):
        assert kill_at_work("exporting", library, seconds, out).at_work
        for suffix in SUFFIXES[:-1]:
            assert content((out / f"out{suffix}").read_bytes(), suffix) in good[suffix], suffix
        for note in (out / "out").rglob("*.md"):
            assert is_whole(note)
        assert {path.name for path in (out / "out").rglob("*.md")} == notes
        assert findings(library) == []
    assert library.read_bytes() == before


def write_all(library, out, view):
    for suffix in SUFFIXES:
        ask(library, export_words, out / f"out{suffix}", Page(view, part="obsidian" if suffix == "/" else ""))


def test_a_program_that_is_killed_while_it_writes_and_backs_up_keeps_what_it_acknowledged(library):
    tags, lost = set(), 0
    for seconds in moments(0.6):
        told = kill_at_work("backing_up", library, seconds).told
        tags |= {word for word, _ in told if word}
        lost += len(tags - set(ask(library, names_of_tags)))
        assert findings(library) == []
        held = {path.name: look_into(path) for path in (library.parent / "data").rglob("*Z.db")}
        newest = max((name for _, name in told if name), default="")
        assert not newest or held[newest].tags
        assert None not in held.values()
    print(f"{KILLS} kills: {len(tags)} operations acknowledged, {lost} lost, {len(held)} backups, all whole")
    assert tags and not lost


def names_of_tags(reader):
    return [row[0] for row in reader.rows("select name from node where kind = 6")]


def test_a_restore_that_is_killed_leaves_the_library_as_it_was_or_as_the_backup(library, tmp_path):
    backups = tmp_path / "backups"
    backups.mkdir()
    for number in range(2):
        change(library, tag, f"tag {number}", [1])
        shutil.copy(library, backups / f"{number}.db")  # nobody has it open
    states = {state(backups / f"{number}.db") for number in range(2)}
    for seconds in moments(0.4):
        assert kill_at_work("restoring", library, seconds, backups).at_work
        assert state(library) in states and findings(library) == []
        for kept in tmp_path.glob("mine.kept-*.db"):
            assert state(kept) in states
            kept.unlink()
