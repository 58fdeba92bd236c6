"""Small PDFs written by hand: pages of placed lines, in any script."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

PORTRAIT = (612, 792)
LANDSCAPE = (720, 405)


@dataclass(frozen=True)
class Words:
    """A run of text at a place, in points, y upwards."""

    text: str
    x: float
    y: float
    size: float = 11


def column(lines: Sequence[str], x: float = 72, top: float = 720, size: float = 11) -> list[Words]:
    """Lines one below the other."""
    return [Words(text, x, top - 1.3 * size * i, size) for i, text in enumerate(lines) if text]


def write_pdf(pages: Sequence[Sequence[Words]], size: tuple[int, int] = PORTRAIT) -> bytes:
    """A PDF of the pages; letters are two-byte codes with their Unicode values beside them."""
    letters = sorted({letter for page in pages for run in page for letter in run.text})
    code = {letter: number for number, letter in enumerate(letters, 1)}
    kids = " ".join(f"{7 + 2 * i} 0 R" for i in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
        b"<< /Type /Font /Subtype /Type0 /BaseFont /Test /Encoding /Identity-H"
        b" /DescendantFonts [4 0 R] /ToUnicode 6 0 R >>",
        b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Test /DW 500"
        b" /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>"
        b" /FontDescriptor 5 0 R >>",
        b"<< /Type /FontDescriptor /FontName /Test /Flags 4 /FontBBox [0 -200 1000 800] /ItalicAngle 0"
        b" /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >>",
        _stream(_unicode_of(code)),
    ]
    for page in pages:
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {size[0]} {size[1]}]"
            f" /Contents {len(objects) + 2} 0 R /Resources << /Font << /F 3 0 R >> >> >>".encode()
        )
        objects.append(_stream("\n".join(_shown(run, code) for run in page).encode("ascii")))
    return _file(objects)


def _shown(run: Words, code: dict[str, int]) -> str:
    codes = "".join(f"{code[letter]:04x}" for letter in run.text)
    return f"BT /F {run.size} Tf {run.x} {run.y} Td <{codes}> Tj ET"


def _unicode_of(code: dict[str, int]) -> bytes:
    pairs = [f"<{n:04x}> <{letter.encode('utf-16-be').hex()}>" for letter, n in code.items()]
    parts = [pairs[i : i + 100] for i in range(0, len(pairs), 100)]
    body = "\n".join(f"{len(part)} beginbfchar\n" + "\n".join(part) + "\nendbfchar" for part in parts)
    return (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /T def /CMapType 2 def\n"
        f"1 begincodespacerange <0000> <ffff> endcodespacerange\n{body}\nendcmap end end"
    ).encode("ascii")


def _stream(content: bytes) -> bytes:
    return b"<< /Length %d >>\nstream\n" % len(content) + content + b"\nendstream"


def _file(objects: Sequence[bytes]) -> bytes:
    out = bytearray(b"%PDF-1.5\n")
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)
    return bytes(out)
