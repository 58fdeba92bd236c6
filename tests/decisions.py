"""A library in which somebody imports, decides, undoes and redoes: rules on works, people, notes and views.

``Decisions`` keeps the state after every step; tests add rules and run it.
"""

from __future__ import annotations

import json
import tempfile
from contextlib import suppress
from pathlib import Path

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from explorer.errors import ExplorerError
from explorer.ops import history, identity, notes, people, reading, snapshots, tagging, views
from explorer.questions.needs_you import all_places
from explorer.questions.snapshot_diff import compare_snapshots
from explorer.questions.snapshots import snapshots_of
from explorer.store import Store
from explorer.store.check import check
from tests.libraries import digest, graph_of, import_text, new_store

_ROWS = (
    [("Foo Nets for Vision", "compares foo with BERT.", "2404.00001"), ("Bar Sampling", "samples.", "")],
    [("Networks of Foo", "once more.", "2405.00003"), ("Bar Sampling", "samples bars.", "2405.00004")],
    [("Foo Nets", "is short.", ""), ("Unheard Of", "uses RAG.", "2405.00005")],
    [("Quite Another Paper on Trees", "gives the id of another.", "2405.00003")],
    [("Networks of Foo", "has no id here.", ""), ("Foo Nets for Vision", "has none either.", "")],
)
_WEEKS = ("April 29 - May 5", "May 6 - May 12", "May 13 - May 19", "May 20 - May 26", "May 27 - June 2")
TEXTS = [digest(week, rows) for week, rows in zip(_WEEKS, _ROWS, strict=True)]
# what the digest above says of 2405.00003 is not what the list says
#: and one of its authors is written in another way by each
LISTED = [
    '{"id": "2405.00003", "title": "Networks of Foo", "authors": "Ada Berg, Wei Wang"}\n',
    '{"id": "2404.00001", "title": "Foo Nets for Vision: A Study", "authors": "Bo Falk, A. Berg"}\n',
    '{"id": "2405.00004", "title": "Bar Sampling", "authors": "Wei Wang, Bo Falk"}\n'
    '{"id": "2405.00005", "title": "Unheard Of", "authors": "Ada Berg, Wei Wang, Eva Fink"}\n',
    '{"id": "2406.00006", "title": "Trees", "authors": "Wei Wang, Eva Fink"}\n'
    '{"id": "2406.00007", "title": "More Foo", "authors": "A. Berg, Wei Wang, B. Falk"}\n',
]
WHICH = st.integers(0, 30)
#: what a person decided, without the numbers that an import which is done again gives anew
_DECIDED = (
    "select concept, form, language, script, kind, status from alias order by 1, 2",
    "select * from concept_key order by key",
    "select id, kind, name, key, search, bigrams from node order by id",
    "select * from measure order by node",
    "select * from note order by node",
    "select * from paper_author order by 1, 2, 3",
    "select * from paper_key order by 1, 2, 3",
    "select * from person_name order by 1, 2",
    "select * from person_paper order by 1, 2, 3",
    "select * from saved_view order by id",
    "select s.*, hex(c.packed) from snapshot s join snapshot_content c on c.id = s.content order by s.id",
    "select * from tag order by id",
    "select * from tag_name order by 1, 2",
    "select * from tagging order by 1, 2",
    "select * from tag_off order by 1, 2",
    "select * from tag_rule order by 1",
    "select * from tag_claim order by 1",
    "select id, word, name, edition from followed order by id",
    "select question, value, decision from offer where decision <> '' order by 1, 2",
    "select document, kind, detail, state, decision, note, other from contradiction "
    "order by 1, 2, 3, 4, 5, 6",
)
_INDEXES = ("node_fts", "block_fts", "note_fts")


def whole_of(store: Store) -> str:
    """Dump, edges and all that a person decided, as one text; AssertionError where the library is unsound."""
    assert check(store.reader) == []
    for index in _INDEXES:  # compares the index with the rows; sqlite.org/fts5.html, section 6.4
        store.execute(f"insert into {index} ({index}, rank) values ('integrity-check', 1)")
    decided = [store.reader.rows(sql) for sql in _DECIDED]
    return graph_of(store) + json.dumps(decided, ensure_ascii=False)


class Decisions(RuleBasedStateMachine):
    """States before and after every step, as the library ought to show them again."""

    @initialize()
    def open(self):
        self.folder = tempfile.TemporaryDirectory()
        self.path = Path(self.folder.name) / "a.db"
        self.store = new_store(self.path)
        self.states = [whole_of(self.store)]
        self.at = 0
        self.fill()

    def fill(self):
        self.act(import_text, "first.md", TEXTS[0])
        self.act(import_text, "second.md", TEXTS[1])

    def teardown(self):
        if hasattr(self, "store"):
            self.store.close()
            self.folder.cleanup()

    def act(self, operation, *args):
        step = self.store.undo_step()
        with suppress(ExplorerError):  # said in words; nothing has changed
            operation(self.store, *args)
        if self.store.undo_step() != step:
            self.states = [*self.states[: self.at + 1], whole_of(self.store)]
            self.at += 1
        else:
            assert whole_of(self.store) == self.states[self.at]

    def papers(self):
        return [row[0] for row in self.store.reader.rows("select id from paper order by id")]

    def pick(self, which):
        return self.papers()[which % len(self.papers())]

    @rule(which=st.integers(2, len(TEXTS) - 1))
    def bring(self, which):
        self.act(import_text, f"{which}.md", TEXTS[which])

    @rule(which=st.integers(0, len(LISTED) - 1))
    def list(self, which):
        self.act(import_text, f"{which}.jsonl", LISTED[which])

    @precondition(lambda self: self.papers())
    @rule(name=st.sampled_from("ab"), which=WHICH)
    def tag(self, name, which):
        self.act(tagging.tag, name, [self.pick(which)])

    def nodes(self):
        return [row[0] for row in self.store.reader.rows("select id from node order by id")]

    @precondition(lambda self: self.papers())
    @rule(text=st.sampled_from(("", "one", "二つ目の考え")), which=st.integers(0, 200))
    def note(self, text, which):
        self.act(notes.note, self.nodes()[which % len(self.nodes())], text)

    @precondition(lambda self: self.papers())
    @rule(which=st.sets(st.integers(0, 200), min_size=1, max_size=3))
    def read(self, which):
        self.act(reading.mark_next, [self.nodes()[one % len(self.nodes())] for one in sorted(which)])

    @rule(name=st.sampled_from("xy"), depth=st.integers(1, 5), over=st.booleans())
    def keep_view(self, name, depth, over):
        self.act(views.save, name, f'{{"depth": {depth}}}', over)

    @rule(name=st.sampled_from("xy"), limit=st.integers(1, 30))
    def keep_snapshot(self, name, limit):
        self.act(snapshots.save_words, f'{{"limit": {limit}}}', snapshots.Naming(name))

    @rule(name=st.sampled_from("xy"), new=st.sampled_from(("y", "X", "")))
    def change_snapshot(self, name, new):
        self.act(snapshots.rename, name, new) if new else self.act(snapshots.delete, name)

    @invariant()
    def opens_every_snapshot(self):
        if hasattr(self, "store"):
            for words in snapshots_of(self.store.reader):
                compare_snapshots(self.store.reader, words.name)

    @rule(name=st.sampled_from("xy"), new=st.sampled_from(("y", "X", "")))
    def change_view(self, name, new):
        self.act(views.rename, name, new) if new else self.act(views.delete, name)

    @precondition(lambda self: self.papers())
    @rule(a=WHICH, b=WHICH)
    def merge(self, a, b):
        self.act(identity.merge, self.pick(a), self.pick(b))

    @precondition(lambda self: self.papers())
    @rule(a=WHICH, b=WHICH)
    def part(self, a, b):
        self.act(identity.keep_apart, self.pick(a), self.pick(b))

    @precondition(lambda self: self.papers())
    @rule(which=WHICH, leaving=st.sets(st.integers(0, 4), max_size=2))
    def split(self, which, leaving):
        paper = self.pick(which)
        places = all_places(self.store.reader, paper).places
        self.act(identity.split, paper, sorted({places[i % len(places)].appearance for i in leaving}))

    def person(self, which):
        found = [row[0] for row in self.store.reader.rows("select id from node where kind = 2 order by id")]
        return found[which % len(found)] if found else 0

    @rule(a=WHICH, b=WHICH)
    def merge_people(self, a, b):
        self.act(people.merge, self.person(a), self.person(b))

    @rule(which=WHICH, leaving=st.sets(st.integers(0, 4), max_size=3))
    def split_person(self, which, leaving):
        person = self.person(which)
        papers = [
            row[0]
            for row in self.store.reader.rows(
                "select distinct paper from paper_author where person = ? order by paper", [person]
            )
        ]
        if papers:
            self.act(people.split, person, sorted({papers[i % len(papers)] for i in leaving}))

    @rule(which=WHICH, decision=st.sampled_from(("id", "title", "ignore", "noted")))
    def settle(self, which, decision):
        rows = self.store.reader.rows("select id from contradiction order by id")
        if rows:
            self.act(identity.settle, rows[which % len(rows)][0], decision)

    @rule()
    def undo(self):
        if self.at:
            history.undo(self.store)
            self.at -= 1
            assert whole_of(self.store) == self.states[self.at]

    @rule()
    def redo(self):
        if self.at + 1 < len(self.states):
            history.redo(self.store)
            self.at += 1
            assert whole_of(self.store) == self.states[self.at]

    @rule()
    def restart(self):
        self.store.close()
        self.store = Store(self.path)
