"""Which person a name form means, where a person decided it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from explorer.model import NodeKind
from explorer.store.engine import Reader, Store
from explorer.text.bigrams import index_bigrams


@dataclass(frozen=True, slots=True)
class NameRow:
    """A name form of a person.

    Attributes:
        key: The form folded; ``name`` as it was written.
        takes: Whether papers under the form stand here, unless they were given to another person.
    """

    key: str
    person: int
    name: str
    takes: bool


_ROW = "select key, person, name, takes from person_name"


def takers(reader: Reader, keys: Iterable[str]) -> dict[str, int]:
    """Form -> the person with whom papers under it stand, for the forms on which somebody decided."""
    rows = reader.rows(
        "select key, person from person_name where takes = 1 and key in (select value from json_each(?))",
        [_scope(keys)],
    )
    return {str(key): person for key, person in rows}


def names_of(reader: Reader, person: int) -> list[NameRow]:
    """The forms of a person, those that take papers first; none where nobody decided on it."""
    rows = reader.rows(f"{_ROW} where person = ? order by takes desc, key", [person])
    return [NameRow(str(key), owner, str(name), bool(takes)) for key, owner, name, takes in rows]


def shared_forms(reader: Reader, keys: Iterable[str]) -> dict[str, set[int]]:
    """Form -> its people, for those of some forms that several people have."""
    found: dict[str, set[int]] = {}
    for key, person in reader.rows(
        """select key, person from person_name where key in
           (select k.key from person_name k where k.takes = 0
            and k.key in (select value from json_each(?)))""",
        [_scope(keys)],
    ):
        found.setdefault(str(key), set()).add(person)
    return found


def forms_given(reader: Reader, papers: Iterable[int]) -> set[str]:
    """Forms under which some papers were given to a person."""
    rows = reader.rows(
        "select distinct key from person_paper where paper in (select value from json_each(?))",
        [_scope(papers)],
    )
    return {str(key) for (key,) in rows}


def given(reader: Reader, keys: Iterable[str]) -> dict[tuple[int, str], int]:
    """(paper, form) -> the person to whom it was given."""
    rows = reader.rows(
        "select paper, key, person from person_paper where key in (select value from json_each(?))",
        [_scope(keys)],
    )
    return {(paper, str(key)): person for paper, key, person in rows}


def papers_of(reader: Reader, people: Iterable[int]) -> set[int]:
    """The papers that some people wrote."""
    return {
        row[0]
        for row in reader.rows(
            "select distinct paper from paper_author where person in (select value from json_each(?))",
            [_scope(people)],
        )
    }


def authors_of(reader: Reader, papers: Iterable[int]) -> dict[int, list[str]]:
    """Paper -> its authors as they are written, in order."""
    return {
        paper: list(json.loads(authors))
        for paper, authors in reader.rows(
            "select id, authors from paper where id in (select value from json_each(?)) order by id",
            [_scope(papers)],
        )
    }


def claim(store: Store, person: int) -> None:
    """Write down the form of a person on whom nobody decided so far; it is no key of the node any more."""
    store.execute(
        """insert or ignore into person_name (key, person, name, takes)
           select key, id, name, 1 from node where id = ? and key is not null""",
        [person],
    )
    store.execute("update node set key = null where id = ? and key is not null", [person])


def add_person(store: Store, node: int, name: str) -> None:
    """A person whose forms are still to be written."""
    store.execute("insert into node (id, kind, name) values (?, ?, ?)", [node, int(NodeKind.PERSON), name])


def give_names(store: Store, rows: Sequence[NameRow], person: int) -> None:
    """Give forms of a person, with the papers under them, to another; of two rows of a form, one is left."""
    for row in rows:
        store.execute("delete from person_name where key = ? and person = ?", [row.key, row.person])
        store.execute(
            """insert into person_name (key, person, name, takes) values (?, ?, ?, ?)
               on conflict (key, person) do update set takes = max(takes, excluded.takes)""",
            [row.key, person, row.name, int(row.takes)],
        )
        store.execute(
            "update person_paper set person = ? where key = ? and person = ?", [person, row.key, row.person]
        )


def share_name(store: Store, row: NameRow, person: int) -> None:
    """Let another person have a form as well; papers that nobody gives to it stay where they are."""
    store.execute(
        "insert or ignore into person_name (key, person, name, takes) values (?, ?, ?, 0)",
        [row.key, person, row.name],
    )


def give_papers(store: Store, key: str, papers: Iterable[int], person: int) -> None:
    """Say which person a form means in some papers."""
    store.insert_many(
        """insert into person_paper (paper, key, person) values (?, ?, ?)
           on conflict (paper, key) do update set person = excluded.person""",
        [(paper, key, person) for paper in sorted(papers)],
    )


def forget_given(store: Store, keys: Iterable[str]) -> None:
    """Forms of only one person need no papers given."""
    store.execute(
        """delete from person_paper where key in (select value from json_each(?))
           and (select count(*) from person_name k where k.key = person_paper.key) < 2""",
        [_scope(keys)],
    )


def move_given(store: Store, paper: int, into: int) -> None:
    """What was given under a paper is given under the one into which it is merged."""
    copy_given(store, paper, into)
    store.execute("delete from person_paper where paper = ?", [paper])


def copy_given(store: Store, paper: int, to: int) -> None:
    """What was given under a paper is given under a part of it, too."""
    store.execute(
        """insert or ignore into person_paper (paper, key, person)
           select ?, key, person from person_paper where paper = ?""",
        [to, paper],
    )


def call(store: Store, person: int, name: str) -> None:
    """Show a person under another of its forms."""
    store.execute("update node set name = ?1 where id = ?2 and name <> ?1", [name, person])


def index_people(store: Store, people: Iterable[int]) -> None:
    """Put the forms of people into the full-text row of their node."""
    names: dict[int, str] = {}
    forms: dict[int, list[str]] = {}
    for person, name, form in store.reader.rows(
        """select n.id, n.name, k.name from node n left join person_name k on k.person = n.id
           where n.id in (select value from json_each(?)) order by n.id, k.key""",
        [_scope(people)],
    ):
        names[person] = str(name)
        forms.setdefault(person, []).extend([str(form)] if form not in (None, name) else [])
    store.insert_many(
        "update node set search = ?1, bigrams = ?2 where id = ?3 and (search <> ?1 or bigrams <> ?2)",
        [(*_searched(names[person], forms[person]), person) for person in names],
    )


def _searched(name: str, forms: Sequence[str]) -> tuple[str, str]:
    return " · ".join(forms), index_bigrams(" ".join([name, *forms]))


def _scope(values: Iterable[int] | Iterable[str] | Mapping[str, int]) -> str:
    return json.dumps(sorted(set(values)), ensure_ascii=False)
