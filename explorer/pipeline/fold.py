"""Statements → the work's row: what several documents say of one paper, as one record."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence

from explorer.store.identity import SCHEMES, KeyClaim
from explorer.store.works import FoldedWork, Statement
from explorer.text.bigrams import index_bigrams
from explorer.text.fingerprint import short_fingerprint, title_fingerprint

_RANK = {"": 0, "given": 1, "also": 2}  #: of an id by what a person decided on it
#: documents whose titles are full and exact come before those that shorten
_TITLE_RANK = {"metadata": 0, "paper_list": 0, "conference_report": 2, "slide_transcript": 2}


def fold(
    paper: int,
    statements: Sequence[Statement],
    claims: Sequence[KeyClaim] = (),
    late: Collection[str] = (),
) -> FoldedWork:
    """One work from its statements, in the order in which they were imported.

    Ids: the first stated one that nobody called wrong; the ids of a work that was merged into it come last.
    Title: from a list or metadata, else the longest; ``late`` ones, of works merged by hand, last.
    Authors: the longest complete list, else the longest.
    Dates: the first stated publication, the last stated update. Lists: the union in order.
    """
    stated = [_undisputed(json.loads(s.stated)) for s in statements]
    titles = _titles(statements, stated, late)
    authors, complete = _authors(stated)
    abstract, language = _abstract(statements)
    keys = {scheme: _key(stated, scheme, claims) for scheme in SCHEMES}
    name = titles[0] if titles else _shown(authors, keys, stated)
    facts = {
        "categories": _union(stated, "categories"),
        "code_urls": _union(stated, "code_urls"),
        "urls": _union(stated, "urls"),
        "versions": _union([{"v": [s["arxiv_version"]]} for s in stated if s.get("arxiv_version")], "v"),
    }
    others = " · ".join(titles[1:])
    return FoldedWork(
        id=paper,
        title=name,
        titles=tuple((title_fingerprint(t), short_fingerprint(t), t) for t in titles),
        arxiv_id=keys["arxiv_id"],
        doi=keys["doi"],
        openreview=keys["openreview"],
        authors=authors,
        authors_complete=complete,
        published=_first_date(stated),
        updated=max((str(s["updated"]) for s in stated if s.get("updated")), default=""),
        abstract=abstract,
        language=language or next((str(s["language"]) for s in stated if s.get("language")), ""),
        facts=json.dumps({k: v for k, v in facts.items() if v}, ensure_ascii=False),
        state=_state(titles, authors, any(keys.values())),
        search=others,
        bigrams=index_bigrams(f"{name} {others}"),
    )


def _first_date(stated: Sequence[dict[str, object]]) -> str:
    """The first publication; a year or month alone comes after the days in it."""
    dates = [str(s["published"]) for s in stated if s.get("published")]
    return min(dates, key=lambda date: date + "-99" * (2 - date.count("-")), default="")


def _undisputed(stated: dict[str, object]) -> dict[str, object]:
    """What is stated, without the ids that are another paper's."""
    disputed = stated.get("disputed")
    gone = {*disputed, "arxiv_version"} if isinstance(disputed, list) else set()
    return {key: value for key, value in stated.items() if key not in gone}


def _shown(authors: Sequence[str], keys: Mapping[str, str], stated: Sequence[dict[str, object]]) -> str:
    """What stands for a title that nobody states: the authors, else the id, else the words of the text."""
    if authors:
        return f"[{', '.join(authors[:2])}]"
    names = {"arxiv_id": "arXiv", "doi": "doi", "openreview": "OpenReview"}
    by_id = next((f"{name}:{keys[key]}" for key, name in names.items() if keys.get(key)), "")
    words = (str(s["as_written"]) for s in stated if s.get("as_written"))
    return by_id or f"[{next(words, 'untitled')}]"


def _titles(
    statements: Sequence[Statement], stated: Sequence[dict[str, object]], late: Collection[str]
) -> list[str]:
    ranked = [
        (
            values["title"] in late,
            _TITLE_RANK.get(s.document_kind, 1),
            -len(str(values["title"])),
            i,
            str(values["title"]),
        )
        for i, (s, values) in enumerate(zip(statements, stated, strict=True))
        if values.get("title")
    ]
    best: dict[str, str] = {}  # two spellings of one title are one
    for *_, title in sorted(ranked):
        best.setdefault(title_fingerprint(title) or title, title)
    return list(best.values())


def _authors(stated: Sequence[dict[str, object]]) -> tuple[tuple[str, ...], bool]:
    lists = [
        (bool(values.get("authors_complete", True)), len(authors), -i, tuple(authors))
        for i, values in enumerate(stated)
        if isinstance(authors := values.get("authors"), list) and authors
    ]
    if not lists:
        return (), False
    complete, _, _, authors = max(lists)
    return authors, complete


def _abstract(statements: Sequence[Statement]) -> tuple[str, str]:
    found = [(s.language == "en", s.abstract, s.language) for s in statements if s.abstract]
    if not found:
        return "", ""
    _, abstract, language = max(found, key=lambda row: (row[0], len(row[1])))
    return abstract, language


def _key(stated: Sequence[dict[str, object]], scheme: str, claims: Sequence[KeyClaim]) -> str:
    said = {claim.value: claim.decision for claim in claims if claim.scheme == scheme}
    values = [str(value) for s in stated if (value := s.get(scheme)) and said.get(str(value)) != "wrong"]
    values += [value for value, decision in said.items() if decision == "given"]
    return min(values, key=lambda value: _RANK[said.get(value, "")], default="")  # the first stated one


def _union(stated: Sequence[dict[str, object]], key: str) -> list[str]:
    values = [v for s in stated if isinstance(v := s.get(key), list)]
    return list(dict.fromkeys(str(item) for value in values for item in value))


def _state(titles: Sequence[str], authors: Sequence[str], has_key: bool) -> str:
    if not titles:
        return "authors_only"
    return "resolved" if has_key or authors else "title_only"
