"""PDF drawing of the whole view on one page: shapes are shapes, text is text that is found and copied.

Fonts are embedded as far as they are used. Qt writes the time and a random id
into the file and, for glyphs that two characters share, the rarer one (the
radical ⽣ for the character 生, so that a search finds nothing): all three are set
right afterwards at the same length, for the file ends with a table of places.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
import uuid
from pathlib import Path

from explorer.exporters import Exporter
from explorer.exporters._paper import page_size
from explorer.exporters.safe import one_line, write_whole
from explorer.graph.snapshot import Snapshot
from explorer.text.radicals import RADICALS

_INFO_TIME = re.compile(rb"(/(?:CreationDate|ModDate) \(D:)[0-9]{14}")
_XMP_TIME = re.compile(rb'(xmp:(?:Create|Modify|Metadata)Date=")[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:]{8}')
_IDS = re.compile(rb"(/ID \[ )<([0-9A-Fa-f]{72})> <\2>")
_XMP_ID = re.compile(rb'(xmpMM:DocumentID="uuid:)[0-9a-f-]{36}')
_CMAP = re.compile(rb"begincmap\n.*?\nendcmap", re.DOTALL)
_CHARACTERS = re.compile(rb"\[[^\[\]]*\]")
_RADICAL = re.compile(rb"<(2[EF][0-9A-F]{2})>")


def write(snapshot: Snapshot, path: Path) -> None:
    from explorer.render.pdf import render_pdf
    from explorer.render.theme import theme

    title = one_line(snapshot.title)
    drawn = render_pdf(snapshot.scene, page_size(snapshot), theme(snapshot.scheme), title=title)
    write_whole(path, _named(_dated(searchable(drawn), snapshot.made_on)))


def searchable(pdf: bytes) -> bytes:
    """The file with characters of the language where its fonts' tables say CJK radicals."""

    def unified(found: re.Match[bytes]) -> bytes:
        radical = chr(int(found[1], 16))
        letter = RADICALS.get(radical) or unicodedata.normalize("NFKC", radical)
        return b"<%04X>" % ord(letter) if len(letter) == 1 and ord(letter) <= 0xFFFF else found[0]

    def mended(table: re.Match[bytes]) -> bytes:
        return _CHARACTERS.sub(lambda found: _RADICAL.sub(unified, found[0]), table[0])

    return _CMAP.sub(mended, pdf)


def _dated(pdf: bytes, made_on: str) -> bytes:
    """The file with the snapshot's day for the time at which it was written."""
    day = made_on if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", made_on) else "1970-01-01"
    pdf = _INFO_TIME.sub(rb"\g<1>" + f"{day.replace('-', '')}000000".encode("ascii"), pdf)
    return _XMP_TIME.sub(rb"\g<1>" + f"{day}T00:00:00".encode("ascii"), pdf)


def _named(pdf: bytes) -> bytes:
    """The file with an id that follows from what it holds."""
    blank = _XMP_ID.sub(rb"\g<1>" + b"0" * 36, _IDS.sub(rb"\g<1>", pdf))
    name = str(uuid.UUID(bytes=hashlib.sha256(blank).digest()[:16], version=5)).encode("ascii")
    in_hex = name.hex().encode("ascii")
    return _XMP_ID.sub(rb"\g<1>" + name, _IDS.sub(rb"\g<1><" + in_hex + b"> <" + in_hex + b">", pdf))


EXPORTER = Exporter("PDF drawing", ".pdf", write)
