"""What several nodes have in common."""

from explorer.model import NodeKind
from explorer.ops import reading, tagging
from explorer.questions.many import about_many, named
from tests.libraries import digest, import_text, new_store

FIRST = digest(
    "May 6 - May 12", [("Foo Nets", "extends RAG.", "2405.00001"), ("Bar Nets", "uses RAG.", "2405.00002")]
)


def test_kinds_dates_states_and_tags_are_counted(tmp_path):
    store = new_store(tmp_path / "library.db")
    try:
        import_text(store, "a.md", FIRST)
        papers = [row[0] for row in store.reader.rows("select id from paper order by id limit 2")]
        reading.mark(store, papers[:1], "read")
        tagging.tag(store, "nets", papers)
        about = about_many(store.reader, [*papers, 999_999])
        assert (about.count, about.kinds) == (2, {NodeKind.PAPER: 2})
        assert (about.read, about.reading, about.unread) == (1, 0, 1)
        assert [(tag.name, tag.count) for tag in about.tags] == [("nets", 2)]
        assert about.first <= about.last and about.first.startswith("2024")
        assert about.asked == {*papers, 999_999}
        shared = {method.name: method.count for method in about.methods}
        assert all(1 < count <= 2 for count in shared.values())
        assert [node.name for node in named(store.reader, papers)] == ["Bar Nets", "Foo Nets"]
        assert about_many(store.reader, []).count == 0
    finally:
        store.close()
