"""Two papers that are one, under other titles and ids, for tests of what a person decides."""

from tests.libraries import digest

FIRST = digest(
    "April 29 - May 5",
    [
        ("Foo Nets for Vision", "takes foo and compares it with ConvNeXt.", "2404.00001"),
        ("Bar Sampling", "samples bars without BERT.", "2404.00002"),
    ],
)
SECOND = digest("May 6 - May 12", [("Networks of Foo", "the same once more, with BERT.", "2405.00003")])


def papers(store):
    """Title -> id."""
    return dict(store.reader.rows("select name, id from node where kind = 1 order by id"))


def same(store):
    """Every decision on a pair: (a, b, decision, reason)."""
    return store.reader.rows("select a, b, decision, reason from same_as order by a, b")
