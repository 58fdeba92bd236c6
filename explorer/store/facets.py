"""Reads for filters: the whole library in columns, once for each state of it."""

from __future__ import annotations

from explorer.store.dating import DOCUMENT_DAY, EDITION_DAY
from explorer.store.engine import Reader, Row
from explorer.store.tags import WITH_ABOVE

BUT_TAGS = "select id, kind, name from node where kind <> 6 order by id"
TAGS = "select id, name from node where kind = 6 order by id"
IMPORTANCE = "select node, importance from measure order by node"
READ = "select node, state from reading"
TAGGED = """
    select source, target from edge
    where target in (select id from node where kind = 6) and kind = 'tagged' order by source, target
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
    union select d.id, {DOCUMENT_DAY} as day from document d where day <> ''
    union select d.issue, {DOCUMENT_DAY} as day from document d where d.issue is not null and day <> ''
"""
HANGS_ON = """
    select source, target from edge where kind not in ('similar', 'tagged')
    union all select target, source from edge where kind not in ('similar', 'tagged')
    union all select paper, document from appearance
    union all select issue, id from document where issue is not null
"""
EDGES = "select source, target, kind, predicate, sources, weight from edge where kind <> 'tagged'"
PROPOSED = """
    select subject, object, predicate from link
    where status = 'proposed' and polarity = 1 and subject <> object
"""
NAMES = "select id, name from node where kind in (2, 3, 4, 5, 6)"


def nodes_but_tags(reader: Reader) -> list[Row]:
    """(id, kind, name) of all nodes that are no tags, ascending id."""
    return reader.rows(BUT_TAGS)


def tag_nodes(reader: Reader) -> list[Row]:
    """(id, name) of all tags, ascending id."""
    return reader.rows(TAGS)


def importance(reader: Reader) -> list[Row]:
    """(node, importance) of all nodes that were measured, ascending node."""
    return reader.rows(IMPORTANCE)


def read_states(reader: Reader) -> list[Row]:
    """(node, state) of all nodes that are not unread."""
    return reader.rows(READ)


def tagged(reader: Reader) -> list[Row]:
    """(node or tag, tag that is on it or over it)."""
    return reader.rows(TAGGED)


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
    """(node, node that is linked to it), both ways, without tags; similarity links nothing."""
    return reader.rows(HANGS_ON)


def edges(reader: Reader) -> list[Row]:
    """(source, target, kind, predicate, sources, weight) of all edges but those to tags."""
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
