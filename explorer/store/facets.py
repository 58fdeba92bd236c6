"""Reads for filters: the whole library in columns, once for each state of it."""

from __future__ import annotations

from explorer.store.dating import EDITION_DAY
from explorer.store.engine import Reader, Row
from explorer.store.tags import WITH_ABOVE

NODES = """
    select n.id, n.kind, coalesce(m.importance, 0), coalesce(r.state, '')
    from node n left join measure m on m.node = n.id left join reading r on r.node = n.id order by n.id
"""
LANGUAGES = """
    select a.paper, b.language from appearance a join block b on b.appearance = a.id where b.language <> ''
    union select id, language from paper where language <> ''
    union select id, language from document where language <> ''
    union select issue, language from document where issue is not null and language <> ''
"""
METHODS = """
    select e.source, e.target from edge e join concept c on c.id = e.target
    where e.kind in ('asserted', 'names', 'discusses')
"""
STANDS = "select paper, edition from presence union select id, id from edition where series_kind <> 'venue'"
DATES = f"""
    select node, date from measure where date <> ''
    union select p.paper, {EDITION_DAY} as day from presence p join edition e on e.id = p.edition
          where day <> ''
    union select id, coalesce(nullif(date, ''), covers_from) from document where date || covers_from <> ''
    union select issue, coalesce(nullif(date, ''), covers_from) from document
          where issue is not null and date || covers_from <> ''
"""
HANGS_ON = """
    select source, target from edge where kind <> 'similar'
    union all select target, source from edge where kind <> 'similar'
    union all select paper, document from appearance
    union all select issue, id from document where issue is not null
"""
EDGES = "select source, target, kind, predicate, sources, weight from edge"
PROPOSED = """
    select subject, object, predicate from link
    where status = 'proposed' and polarity = 1 and subject <> object
"""
NAMES = "select id, name from node where kind in (2, 3, 4, 5, 6)"


def revision(reader: Reader) -> int:
    """Counts the changes of a library."""
    return int(reader.value("select value from meta where key = 'revision'"))


def nodes(reader: Reader) -> list[Row]:
    """(id, kind, importance, read state) of all nodes, ascending id."""
    return reader.rows(NODES)


def languages(reader: Reader) -> list[Row]:
    """(paper, document or issue, language that there is text in)."""
    return reader.rows(LANGUAGES)


def methods(reader: Reader) -> list[Row]:
    """(paper or issue, concept that it states something of, names or discusses)."""
    return reader.rows(METHODS)


def stands(reader: Reader) -> list[Row]:
    """(paper, edition or issue that it stands in); every issue stands in itself."""
    return reader.rows(STANDS)


def tags(reader: Reader) -> list[Row]:
    """(node, tag): a tag stands for all that stands under it."""
    return reader.rows(WITH_ABOVE)


def people(reader: Reader) -> list[Row]:
    """(paper, person)."""
    return reader.rows("select paper, person from paper_author")


def dates(reader: Reader) -> list[Row]:
    """(node, ISO date or month): all days that a paper, a text or an edition stands for."""
    return reader.rows(DATES)


def hangs_on(reader: Reader) -> list[Row]:
    """(node, node that is linked to it), both ways; similarity links nothing."""
    return reader.rows(HANGS_ON)


def edges(reader: Reader) -> list[Row]:
    """(source, target, kind, predicate, sources, weight) of all edges."""
    return reader.rows(EDGES)


def proposed(reader: Reader) -> list[Row]:
    """(subject, object, predicate) of links that nobody has checked."""
    return reader.rows(PROPOSED)


def denied(reader: Reader) -> list[Row]:
    """(subject, object, predicate) of links that a sentence denies."""
    return reader.rows(
        "select subject, object, predicate from link where polarity = -1 and status <> 'rejected'"
    )


def own(reader: Reader) -> list[Row]:
    """(subject, object, predicate) of links that a person states."""
    return reader.rows(
        "select subject, object, predicate from link where asserted_by = 'user' and status = 'accepted'"
    )


def similar_weights(reader: Reader) -> list[float]:
    """Weights of all similarities."""
    return [float(weight) for (weight,) in reader.rows("select weight from edge where kind = 'similar'")]


def names(reader: Reader) -> dict[int, str]:
    """Node -> name, of all that can be ticked."""
    return dict(reader.rows(NAMES))
