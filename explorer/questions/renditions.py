"""What a passport says of renditions: which documents are one, why, and what one takes from the other."""

from __future__ import annotations

from collections.abc import Sequence

from explorer.store import Reader, nodes
from explorer.store.passports import DocumentRow
from explorer.store.renditions import borrowed, reasons


def rendition_facts(reader: Reader, documents: Sequence[DocumentRow]) -> list[tuple[str, str]]:
    """Lines of an issue: the documents that it was read from, and what shows that they are one."""
    lent = borrowed(reader, [d.id for d in documents])
    facts = [("Read from", f"{lent[d.id][0] or d.title} ({d.language}, {d.source})") for d in documents]
    whys = {why: None for d in documents for _, why in reasons(reader, d.id)}
    return facts + [("One because", why) for why in whys]


def shared_facts(reader: Reader, document: int, row: DocumentRow) -> list[tuple[str, str]]:
    """Lines of a document: its publisher, be it that of another rendition, and its renditions."""
    _, publisher = borrowed(reader, [document])[document]
    lent = f"{publisher} (stated by the other rendition)" if publisher else ""
    others = [
        ("Rendition of the same", f"{nodes.name_of(reader, other)}: {why}")
        for other, why in reasons(reader, document)
    ]
    return [("Publisher", row.publisher or lent), *others]
