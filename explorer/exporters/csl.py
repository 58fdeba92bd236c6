"""The papers of the view as CSL-JSON (schema 1.0.2), for Zotero, pandoc and citation styles.

Keywords stand in one string with "; " between (a semicolon inside a word becomes
a comma), as in the CSV table. What the person wrote is ``note``; read state and
OpenReview id stand under ``custom``, where the schema leaves room for them.
"""

from __future__ import annotations

import json
import re
from pathlib import Path

from explorer.exporters import Exporter
from explorer.exporters._citation import address, citation_keys, year
from explorer.exporters.safe import one_line, plain, write_whole
from explorer.graph.snapshot import Record, Snapshot

_DATE = re.compile(r"((?:19|20)[0-9]{2})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12][0-9]|3[01]))?)?(?![0-9])")
_CJK = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3\uf900-\ufaff]")
_PARTICLE = re.compile("(?:van|von|der|den|de|del|della|di|da|dos|du|la|le|ten|ter|zu|bin|ibn|al|el)")
_SUFFIX = re.compile(r"(?:Jr|Sr)\.?|II|III|IV")

Item = dict[str, object]


def write(snapshot: Snapshot, path: Path) -> None:
    keys = citation_keys(snapshot.records)
    items = [_item(record, keys[record.id]) for record in snapshot.records]
    write_whole(path, json.dumps(items, ensure_ascii=False, allow_nan=False, indent=1) + "\n")


def _item(record: Record, key: str) -> Item:
    arxiv_id, date = one_line(record.arxiv_id), _issued(record)
    texts = {
        "title": one_line(record.title),
        "container-title": one_line(record.venue),
        "event-title": one_line(record.venue),
        "archive": "arXiv" if arxiv_id else "",
        "archive_location": arxiv_id,
        "number": f"arXiv:{arxiv_id}" if arxiv_id and not record.venue else "",
        "DOI": one_line(record.doi),
        "URL": address(record),
        "keyword": "; ".join(one_line(word).replace(";", ",") for word in record.methods + record.tags),
        "abstract": plain(record.abstract),
        "note": plain(record.note),
    }
    custom = {"read_state": one_line(record.read_state), "openreview": one_line(record.openreview)}
    parts: Item = {
        "author": [name(author) for author in record.authors if one_line(author)],
        "issued": {"date-parts": [date]} if date else None,
        "custom": {word: value for word, value in custom.items() if value},
    }
    kind = "paper-conference" if record.venue else "article"
    return {
        "id": key,
        "type": kind,
        **{field: text for field, text in texts.items() if text},
        **{field: part for field, part in parts.items() if part},
    }


def _issued(record: Record) -> list[int]:
    """Year, or the whole date where it is of the year in which the paper was shown."""
    match = _DATE.match(record.published)
    if match and match[1] == year(record):
        return [int(part) for part in match.groups() if part]
    return [int(found)] if (found := year(record)) else []


def name(author: str) -> dict[str, str]:
    """A name in the parts of CSL; joined again they are the name. One that has no parts is literal."""
    text = one_line(author)
    family, comma, given = text.partition(", ")
    if comma and family and given and ", " not in given:
        return {"family": family, "given": given}
    words = text.split(" ")
    if len(words) == 1 or len(words) > 6 or comma:
        return {"literal": text}
    if _CJK.search(text):
        return {"family": words[0], "given": words[1]} if len(words) == 2 else {"literal": text}
    ending = words.pop() if len(words) > 2 and _SUFFIX.fullmatch(words[-1]) else ""
    start = len(words) - 1
    while start > 1 and _PARTICLE.fullmatch(words[start - 1]):
        start -= 1
    parts = {"family": " ".join(words[start:]), "given": " ".join(words[:start]), "suffix": ending}
    return {part: value for part, value in parts.items() if value}


EXPORTER = Exporter("CSL-JSON (Zotero, pandoc)", ".csl.json", write, drawn=False)
