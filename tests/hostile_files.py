"""Files that break careless readers, as many as wanted, the same for the same seed."""

from __future__ import annotations

import gzip
import io
import json
import random
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

from tests.hostile import HOSTILE
from tests.pdfs import Words, write_pdf

SAMPLES = Path(__file__).resolve().parent / "data" / "importers"
CODECS = ("utf-16", "utf-16-le", "utf-32", "cp932", "euc_jp", "gb18030", "cp1252", "iso2022_jp", "utf-7")
OPENERS = (
    "[",
    "{",
    '{"a":',
    "<div>",
    "(",
    "> ",
    "- ",
    "<![CDATA[",
    "{\\'",
    "$$",
    "`",
    "**",
    "[[x](",
    "<!--",
    "&",
)
Rng = random.Random


def hostile_file(number: int, seed: int = 0) -> tuple[str, bytes]:
    """(name, bytes) of one file; kinds take turns."""
    rng = random.Random(f"{seed}/{number}")
    kind = KINDS[number % len(KINDS)]
    name, content = kind(rng)
    return f"{number}-{name}", content


def _sample(rng: Rng) -> tuple[str, bytes]:
    paths = sorted(path for path in SAMPLES.rglob("*") if path.is_file() and path.stat().st_size < 60_000)
    path = rng.choice(paths)
    return path.name, path.read_bytes()


def _deep(rng: Rng) -> tuple[str, bytes]:
    return rng.choice(("deep.json", "deep.html", "deep.md")), (
        rng.choice(OPENERS) * rng.randint(50, 30_000)
    ).encode()


def _cut(rng: Rng) -> tuple[str, bytes]:
    name, content = _sample(rng)
    return name, content[: rng.randint(0, len(content))]


def _flipped(rng: Rng) -> tuple[str, bytes]:
    name, content = _sample(rng)
    broken = bytearray(content or b" ")
    for _ in range(rng.randint(1, 60)):
        broken[rng.randrange(len(broken))] = rng.randrange(256)
    return name, bytes(broken)


def _spiked(rng: Rng) -> tuple[str, bytes]:
    """A sample with strings of attack in place of some of its lines."""
    name, content = _sample(rng)
    lines = content.decode("utf-8", "replace").split("\n")
    for _ in range(12):
        lines.insert(rng.randint(0, len(lines)), rng.choice(HOSTILE))
    return name, "\n".join(lines).encode("utf-8", "surrogatepass")


def _recoded(rng: Rng) -> tuple[str, bytes]:
    name, content = _sample(rng)
    return name, content.decode("utf-8", "replace").encode(rng.choice(CODECS), "replace")


def _long_lines(rng: Rng) -> tuple[str, bytes]:
    unit = rng.choice(HOSTILE)[:40] or "a"
    line = (unit * 100_000)[:100_000]
    return rng.choice(("long.md", "long.csv", "long.bib")), f"{line}\nTitle: {line}\n".encode(
        "utf-8", "surrogatepass"
    )


def _json(rng: Rng) -> tuple[str, bytes]:
    rows = [
        {rng.choice(("title", "id", "author", "abstract", "year")): rng.choice(HOSTILE)} for _ in range(40)
    ]
    text = json.dumps([{"title": "x", "status": "Poster"} | row for row in rows])
    return "list.json", text[: rng.randint(len(text) // 2, len(text))].encode()


def _xml(rng: Rng) -> tuple[str, bytes]:
    kinds = "".join(f'<!ENTITY a{i + 1} "{f"&a{i};" * 10}">' for i in range(12))
    bomb = f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a0 "lol">{kinds}<!ENTITY f SYSTEM "http://127.0.0.1:9/x">]>'
    feed = (
        '<feed xmlns="http://www.w3.org/2005/Atom"><id>http://arxiv.org/</id><entry><title>&a12;&f;</title>'
    )
    return "feed.xml", (
        rng.choice((bomb, '<?xml version="1.0"?>')) + feed + "<a>" * rng.randint(0, 9_000)
    ).encode()


def _packed(rng: Rng) -> tuple[str, bytes]:
    box = io.BytesIO()
    with zipfile.ZipFile(box, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("../../../outside.txt", b"0" * 1_000_000)
    made = rng.choice((box.getvalue(), gzip.compress(b"0" * 1_000_000), zlib.compress(b"0" * 1_000_000)))
    return rng.choice(("slip.zip", "a.docx", "bomb.gz", "list.json", "deck.pdf")), made


def _pdf(rng: Rng) -> tuple[str, bytes]:
    letters = "".join(c for c in rng.choice(HOSTILE) if c.isprintable())[:200] or "x"
    made = bytearray(write_pdf([[Words(letters, 50, 500)]] * rng.randint(1, 4)))
    for _ in range(rng.randint(0, 8)):
        made[rng.randrange(len(made))] = rng.randrange(256)
    return "half.pdf", bytes(made[: rng.randint(0, len(made))])


def _mail(rng: Rng) -> tuple[str, bytes]:
    def word() -> bytes:
        return rng.choice(HOSTILE)[:3_000].encode("utf-8", "surrogatepass")

    head = b"Subject: %b\nFrom: %b\nDate: %b\nMIME-Version: 1.0\nMessage-ID: <1>\n" % (word(), word(), word())
    kind = rng.choice((b"text/html", b"text/plain", b'multipart/mixed; boundary="b"', word()))
    way = rng.choice((b"base64", b"quoted-printable", b"8bit", b"uuencode"))
    part = b"Content-Type: %b; charset=%b\nContent-Transfer-Encoding: %b\n\n" % (kind, word()[:20], way)
    return "a.eml", head + part * rng.randint(1, 300) + word() * 20


def _yaml(rng: Rng) -> tuple[str, bytes]:
    """Aliases of aliases, tags that would run something, deep nesting, a front matter that never ends."""
    laughs = "a0: &a0 [lol]\n" + "".join(
        f"a{i + 1}: &a{i + 1} [{', '.join([f'*a{i}'] * 9)}]\n" for i in range(12)
    )
    body = rng.choice(
        (
            laughs,
            "- title: &t x\n  self: *t\n  <<: *t\n" * 400,
            "- !!python/object/apply:os.system ['true']\n",
            "- " * rng.randint(100, 20_000),
            "? " * rng.randint(100, 20_000),
            "- title: {" + "a: {" * rng.randint(100, 20_000),
            "".join(f"- title: {rng.choice(HOSTILE)}\n  year: {'9' * 5_000}\n" for _ in range(30)),
        )
    )
    fence = rng.choice(("", "---\n"))
    return rng.choice(("list.yaml", "list.yml", "post.md")), (fence + body).encode("utf-8", "surrogatepass")


def _numbers(rng: Rng) -> tuple[str, bytes]:
    """Numbers that no machine holds, the same key twice, keys of every kind."""
    number = rng.choice(("1" + "0" * 5_000, "-" + "9" * 100_000, "1e999999", "0." + "0" * 9_000 + "1", "NaN"))
    keys = ("title", "year", "status", "id", "author", rng.choice(HOSTILE)[:50])
    pairs = [f"{json.dumps(rng.choice(keys))}: {rng.choice((number, '1', '[]'))}" for _ in range(40)]
    record = '{"title": "A", "title": "B", ' + ", ".join(pairs) + "}"
    return rng.choice(("list.json", "list.jsonl")), ("[" + ", ".join([record] * 5) + "]").encode()


def _wide(rng: Rng) -> tuple[str, bytes]:
    """A table of up to a million columns, or with quotes that never close."""
    mark = rng.choice((",", ";", "\t", "|"))
    header = mark.join(["title", "year", "authors", *(["x"] * rng.choice((2_000, 100_000, 1_000_000)))])
    row = mark.join(["A paper of ours", "2024", "Ada Example"])
    quoted = '"' * rng.randint(0, 50_001)
    return rng.choice(("wide.csv", "wide.tsv")), f"{header}\n{row}\n{quoted}{row}\n".encode()


def _streams(rng: Rng) -> tuple[str, bytes]:
    """A PDF whose page unpacks to fifty megabytes, or whose pages hold themselves."""
    packed = zlib.compress(rng.choice((b"0 ", b"q ", b"(a) Tj ", b"[")) * 10_000_000, 9)
    kids = rng.choice(("[3 0 R]", "[2 0 R]", "[3 0 R " + "2 0 R " * 500 + "]"))
    head = "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj "
    head += f"2 0 obj<</Type/Pages/Kids{kids}/Count 1>>endobj "
    page = "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>endobj "
    stream = f"4 0 obj<</Length {len(packed)}/Filter/FlateDecode>>stream\n".encode() + packed
    return "bomb.pdf", (head + page).encode() + stream + b"\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF"


def _braced(rng: Rng) -> tuple[str, bytes]:
    """BibTeX with braces in braces, accents of accents, macros of macros."""
    count = rng.randint(50, 30_000)
    value = rng.choice(
        ("{" * count, "{" * count + "x" + "}" * count, "\\'{" * count, "$" * count, "\\" * count)
    )
    macros = "".join(f"@string{{m{i + 1} = m{i} # m{i}}}\n" for i in range(rng.randint(0, 60)))
    entry = f"@article{{a, title = {{{value}}}, author = {{{'A and ' * (count // 9)}B}}, year = 2024}}\n"
    return rng.choice(("deep.bib", "deep.md", "deep.ris")), (
        f'@string{{m0 = "ab"}}\n{macros}{entry}'
    ).encode()


def _noise(rng: Rng) -> tuple[str, bytes]:
    size = rng.randint(0, 20_000)
    return "noise.txt", rng.choice((rng.randbytes(size), b"\0" * size, b"\xff\xfe" + rng.randbytes(size)))


KINDS: tuple[Callable[[Rng], tuple[str, bytes]], ...] = (
    _deep, _cut, _flipped, _spiked, _recoded, _long_lines, _json, _xml, _packed, _pdf, _mail, _noise,
    _yaml, _numbers, _wide, _streams, _braced,
)  # fmt: skip
