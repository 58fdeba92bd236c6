"""Kinds of files that hold no text that we read, told by their first bytes and refused in words."""

from __future__ import annotations

from typing import Final

from explorer.errors import ImportFailed

_SAVE = "Save it as PDF, HTML or plain text, then import that."
_OPEN = "Unpack it, then import the files."
_DATA = "Import documents and lists."
_OFFICE: Final = {
    "docx": "a Word document",
    "pptx": "a PowerPoint file",
    "xlsx": "an Excel workbook",
    "odt": "an OpenDocument text",
    "odp": "an OpenDocument presentation",
    "ods": "an OpenDocument table",
    "epub": "an e-book",
}
_KINDS: Final = (
    (b"PK\x03\x04", "a zip archive", _OPEN),
    (b"PK\x05\x06", "an empty zip archive", _OPEN),
    (b"\x1f\x8b", "packed with gzip", _OPEN),
    (b"BZh", "packed with bzip2", _OPEN),
    (b"\xfd7zXZ\x00", "packed with xz", _OPEN),
    (b"(\xb5/\xfd", "packed with zstd", _OPEN),
    (b"7z\xbc\xaf'\x1c", "a 7z archive", _OPEN),
    (b"Rar!\x1a\x07", "a rar archive", _OPEN),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office file", _SAVE),
    (b"{\\rtf", "an RTF document", _SAVE),
    (b"%!PS", "PostScript", "Make a PDF of it, then import that."),
    (
        b"SQLite format 3\x00",
        "a database",
        "Open a library with “Open”; export other databases as CSV or JSON.",
    ),
    (b"\x89PNG\r\n", "a picture", "Have its text recognised (OCR) elsewhere, then import the text."),
    (b"\xff\xd8\xff", "a picture", "Have its text recognised (OCR) elsewhere, then import the text."),
    (b"GIF8", "a picture", "Have its text recognised (OCR) elsewhere, then import the text."),
    (b"\x7fELF", "a program", _DATA),
    (b"MZ\x90\x00", "a program", _DATA),
)
_HEAD_BYTES = 8_192
_WIDE: Final = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")  #: UTF-16 and UTF-32 with their mark
#: bytes that no text in any encoding of one or more bytes has: controls but for blanks and shifts
_CONTROLS: Final = bytes(sorted(set(range(1, 32)) - set(b"\t\n\v\f\r\x0e\x0f\x1b")))
_DATA_SHARE = 0.05  #: bytes at random have 10 %, damaged texts a few
_OWN: Final = (
    (b'"generated_by": "paper-explorer', "a drawing that Paper Explorer made"),
    (b'content="Paper Explorer ', "a page that Paper Explorer made"),
    (b"\nMade with Paper Explorer ", "a reading list that Paper Explorer made"),
    (b"<!-- paper-explorer note ", "a note that Paper Explorer made"),
    (b"<graphml ", "a drawing of a graph"),
    (b"<gexf ", "a drawing of a graph"),
)


def is_data(content: bytes) -> bool:
    """Whether the first bytes are those of numbers or packed data rather than of any text."""
    head = content[:_HEAD_BYTES]
    return not head.startswith(_WIDE) and len(head) - len(head.translate(None, _CONTROLS)) > (
        _DATA_SHARE * len(head)
    )


def refuse_containers(name: str, content: bytes) -> None:
    """Raise ImportFailed where the bytes are an archive, an Office file, a picture, a program, a drawing."""
    for start, what, hint in _KINDS:
        if content.startswith(start):
            office = _OFFICE.get(name.rpartition(".")[2].lower()) if start == b"PK\x03\x04" else None
            raise ImportFailed(f"{name} is {office or what}, which is not read.", _SAVE if office else hint)
    if is_data(content):
        raise ImportFailed(f"{name} is data of another program, which is not read.", _DATA)
    head = content[:_HEAD_BYTES]
    for mark, what in _OWN:
        if mark in head:
            raise ImportFailed(
                f"{name} is {what}, which is not read.",
                "Open the library itself, or import it as JSON-LD, BibTeX, RIS, CSL-JSON or CSV.",
            )
