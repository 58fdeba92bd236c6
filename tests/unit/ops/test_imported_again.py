"""A file that has grown is imported again: what stood keeps its place, and undo keeps its word."""

import random

import pytest

from explorer.ops import history, importing, notes, tagging
from explorer.pipeline.report import report
from explorer.questions.dump import dump
from explorer.store.check import check
from tests.decisions import whole_of
from tests.libraries import digest, new_store

MAY_6 = digest(
    "May 6 - May 12", [("Foo Nets", "foo nets build on RAG.", "2405.00001"), ("Bare One", "says x.", "")]
)
MAY_13 = digest(
    "May 13 - May 19", [("Bar Nets", "bar nets build on DPO.", "2405.00002"), ("Bare Two", "y.", "")]
)
MAY_20 = digest("May 20 - May 26", [("Baz Nets", "baz nets build on foo nets.", "2405.00003")])


@pytest.fixture
def store(tmp_path):
    made = new_store(tmp_path / "library.db")
    yield made
    made.close()


@pytest.fixture
def bring(store, tmp_path):
    path = tmp_path / "digest.md"

    def write(text, **said):
        path.write_text(text, encoding="utf-8")
        plan = importing.plan(store.reader, importing.Wish((str(path),), **said))
        return report(plan), importing.apply(store, plan)

    return write


def documents(store):
    return {d["id"]: d["covers"]["from"] for d in dump(store.reader)["documents"]}


def test_only_the_new_week_of_a_digest_comes_in(store, bring):
    bring(f"{MAY_13}\n{MAY_6}")
    before, papers = documents(store), len(dump(store.reader)["papers"])
    told, _ = bring(f"{MAY_20}\n{MAY_13}\n{MAY_6}")
    assert [(d.known, d.unchanged, d.new, d.lines.unparsed) for d in told.documents] == [
        (False, 0, 1, 0),
        (True, 2, 0, 0),
    ]
    after = documents(store)
    assert len(after) == 3 and before.items() <= after.items()
    assert len(dump(store.reader)["papers"]) == papers + 1
    assert not check(store.reader)


def test_a_week_that_was_mended_keeps_its_node_its_note_and_its_tag(store, bring):
    bring(f"{MAY_13}\n{MAY_6}")
    (node,) = [node for node, day in documents(store).items() if day == "2024-05-13"]
    notes.note(store, node, "read on Monday")
    tagging.tag(store, "to present", [node])
    before = dump(store.reader)
    bring(f"{MAY_13.replace('build on DPO', 'outperform DPO')}\n{MAY_6}")
    assert node in documents(store) and len(documents(store)) == 2
    assert notes.reading.note_on(store.reader, node) == "read on Monday"
    mended = dump(store.reader)
    history.undo(store)
    assert dump(store.reader) == before
    history.redo(store)
    assert dump(store.reader) == mended
    assert not check(store.reader)


def test_undo_takes_back_the_new_week_alone_and_redo_brings_it_again(store, bring):
    bring(MAY_6)
    before = dump(store.reader)
    bring(f"{MAY_13}\n{MAY_6}")
    after = dump(store.reader)
    history.undo(store)
    assert dump(store.reader) == before
    history.redo(store)
    assert [d["covers"] for d in dump(store.reader)["documents"]] == [d["covers"] for d in after["documents"]]
    assert not check(store.reader)


def test_a_file_whose_weeks_all_stand_has_nothing_new(store, bring):
    bring(f"{MAY_13}\n{MAY_6}")
    told, changes = bring(f"{MAY_13}\n\n\n{MAY_6}\n")
    assert all(d.known for d in told.documents) and changes.label == "Nothing new to import"


def test_another_file_with_the_same_weeks_stands_beside_it(store, bring, tmp_path):
    bring(MAY_6)
    other = tmp_path / "other.md"
    other.write_text(f"{MAY_13}\n{MAY_6}", encoding="utf-8")
    importing.apply(store, importing.plan(store.reader, importing.Wish((str(other),))))
    assert sorted(documents(store).values()) == ["2024-05-06", "2024-05-06", "2024-05-13"]


def test_a_plan_that_is_late_is_made_again_with_what_stands_then(store, bring, tmp_path):
    bring(MAY_6)
    path = tmp_path / "digest.md"
    path.write_text(f"{MAY_13}\n{MAY_6}", encoding="utf-8")
    plan = importing.plan(store.reader, importing.Wish((str(path),)))
    history.undo(store)
    importing.apply(store, plan)
    assert sorted(documents(store).values()) == ["2024-05-06", "2024-05-13"], (
        "nothing that was left out is lost"
    )


_NAMES = ("Foo Nets", "Bar Nets", "GrokTree", "QuxFormer", "LoRA", "RAG", "ZapNet", "PondRL")
_SAID = (
    "{a} builds on {b}.",
    "introduces {a} Networks ({short}N), which outperforms {b}.",
    "uses {b} and {a} with retrieval-augmented generation.",
    "proposes {a}, a method for ponds. {a} extends {b}.",
)
_WEEKS = ("April 29 - May 5", "May 6 - May 12", "May 13 - May 19", "May 20 - May 26")


def _rows(chance, week):
    for number in range(3):
        a, b = chance.sample(_NAMES, 2)
        short = "".join(filter(str.isupper, a))
        said = chance.choice(_SAID).format(a=a, b=b, short=short)
        yield f"{a}: Learning {b} {week}{number}", said, f"2405.{week}{number:04d}" if number else ""


def _grown(chance):
    """A digest of two weeks, and the same with two more and other words in the first ones."""
    weeks = [list(_rows(chance, number)) for number in range(len(_WEEKS))]
    before = [digest(day, rows) for day, rows in zip(_WEEKS[:2], weeks, strict=False)]
    for rows in weeks[:2]:
        title, said, arxiv_id = rows[1]
        rows[1] = (title, f"{said} {chance.choice(_NAMES)} is better.", arxiv_id)
    after = [digest(day, rows) for day, rows in zip(_WEEKS, weeks, strict=True)]
    return "\n".join(reversed(before)), "\n".join(reversed(after))


@pytest.mark.parametrize("seed", range(8))
def test_undo_of_a_reading_gives_the_library_back_as_it_was_and_redo_as_it_became(store, bring, seed):
    before, after = _grown(random.Random(seed))
    bring(before)
    stood = whole_of(store)
    bring(after)
    became = whole_of(store)
    history.undo(store)
    assert whole_of(store) == stood
    history.redo(store)
    assert whole_of(store) == became
    history.undo(store)
    assert whole_of(store) == stood


def test_a_long_list_that_has_grown_remembers_little_and_is_given_back_whole(store, tmp_path):
    said = "We study ponds, boats and the frogs between them, and build on RAG where the water is deep. " * 8
    rows = [f"Frog {n},Ann Bee and Bob Cee,{said}" for n in range(400)]
    path = tmp_path / "list.csv"

    def bring(lines):
        path.write_text("\n".join(["title,authors,abstract", *lines]), encoding="utf-8")
        importing.apply(store, importing.plan(store.reader, importing.Wish((str(path),))))

    bring(rows)
    before, length = whole_of(store), path.stat().st_size
    bring([*rows, f"Toad 1,Ann Bee,{said}"])
    ((remembered,),) = store.reader.rows("select length(changes) from operation order by id desc limit 1")
    assert remembered < length / 2
    history.undo(store)
    assert whole_of(store) == before
    assert not check(store.reader)
    history.redo(store)
    assert len(dump(store.reader)["papers"]) == 401
