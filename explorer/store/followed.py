"""Sources that a person follows, and what came of reading them last."""

from __future__ import annotations

from dataclasses import dataclass, field

from explorer.store.engine import Reader, Row, Store

NEW, UNCHANGED, NOTHING_NEW, FAILED = "new", "unchanged", "nothing_new", "failed"  #: outcomes of a reading


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of reading a source.

    Attributes:
        at: ISO time, or "" where it has not been read yet.
        outcome: "new", "unchanged", "nothing_new" (changed, but in nothing that is kept) or "failed".
        papers: How many new ones.
        why: Of a failure, in words.
        sha256: Of the bytes as they came.
        etag, last_modified: As the server stated them.
        files: JSON, of a folder: path -> [size, time in ns, SHA-256].
    """

    at: str = ""
    outcome: str = ""
    papers: int = 0
    why: str = ""
    sha256: str = ""
    etag: str = ""
    last_modified: str = ""
    files: str = "{}"


@dataclass(frozen=True, slots=True)
class Followed:
    """A source by the word that a person gave. Attributes: kind: "file", "folder", "address" or "arxiv"."""

    id: int
    word: str
    name: str
    kind: str
    edition: str = ""
    at: str = ""
    last: Reading = field(default_factory=Reading)


_ALL = """select f.id, f.word, f.name, f.kind, f.edition, f.at, r.at, r.outcome, r.papers, r.why, r.sha256,
                 r.etag, r.last_modified, r.files
          from followed f left join followed_reading r on r.followed = f.id order by f.id"""


def followed_sources(reader: Reader) -> list[Followed]:
    """All that are followed, in the order in which they were."""
    return [_followed(row) for row in reader.rows(_ALL)]


def _followed(row: Row) -> Followed:
    last = Reading() if row[6] is None else Reading(*row[6:])
    number, word, name, kind, edition, at = row[:6]
    return Followed(int(number), str(word), str(name), str(kind), str(edition), str(at), last)


def add_followed(store: Store, source: Followed) -> None:
    """Follow a source; its ``id`` and ``last`` are not looked at."""
    store.execute(
        "insert into followed (id, word, name, kind, edition, at) values (?, ?, ?, ?, ?, ?)",
        [store.next_id("followed"), source.word, source.name, source.kind, source.edition, source.at],
    )


def delete_followed(store: Store, followed: int) -> None:
    store.execute("delete from followed where id = ?", [followed])


def note_reading(store: Store, followed: int, reading: Reading) -> None:
    """Write what came of reading a source; nothing where it is followed no more."""
    store.execute(
        """insert or replace into followed_reading
           (followed, at, outcome, papers, why, sha256, etag, last_modified, files)
           select id, ?, ?, ?, ?, ?, ?, ?, ? from followed where id = ?""",
        [
            reading.at,
            reading.outcome,
            reading.papers,
            reading.why,
            reading.sha256,
            reading.etag,
            reading.last_modified,
            reading.files,
            followed,
        ],
    )
