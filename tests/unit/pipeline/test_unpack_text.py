"""Mails, encodings and files that are refused."""

from __future__ import annotations

import base64
import gzip
import io
import random
import zipfile
from email.header import Header
from email.message import EmailMessage
from pathlib import Path

import pytest

from explorer.errors import ImportFailed
from explorer.importers import Source
from explorer.pipeline.recognise import recognise
from explorer.pipeline.unpack import unpack
from explorer.text.link_wrap import unwrap_links, unwrapped

DATA = Path(__file__).resolve().parents[2] / "data" / "importers"
JA = "今週の論文紹介です。検索拡張生成（RAG）とその評価について、三本の論文を読みました。カタカナも使います。"
ZH = "本周论文精选：检索增强生成及其评测方法综述，我们阅读了三篇论文，并讨论了大语言模型的推理能力。"
FR = "Résumé de la semaine : trois articles où l'on étudie la génération augmentée, très utilisée à Paris."


def a_mail(plain: str = "", page: str = "", subject: str = "Weekly notes") -> EmailMessage:
    mail = EmailMessage()
    mail["Subject"], mail["From"] = subject, "Ada <ada@example.org>"
    mail["Date"], mail["Message-ID"] = "Mon, 06 May 2024 08:00:00 +0900", "<1@example.org>"
    if plain:
        mail.set_content(plain)
    if page and plain:
        mail.add_alternative(page, subtype="html")
    elif page:
        mail.set_content(page, subtype="html")
    return mail


def test_a_mail_gives_subject_sender_day_and_words() -> None:
    text = unpack("a.eml", a_mail("Self-RAG is read.\n", subject="週刊 RAG").as_bytes()).text
    assert text == "# 週刊 RAG\n\nFrom: Ada <ada@example.org>\nDate: 2024-05-06\n\nSelf-RAG is read.\n"


def test_the_page_of_a_mail_is_read_with_its_headings_items_and_links() -> None:
    page = (
        "<html><body><h2>Papers</h2><ul><li><a href='https://click.example.com/?url="
        "https%3A%2F%2Farxiv.org%2Fabs%2F2310.11511'>Self-RAG</a> retrieves</li><li>two</li></ul>"
        "<p>Goodbye &amp; good luck</p><img src='https://pixel.example.com/1.gif'></body></html>"
    )
    text = unpack("a.eml", a_mail("View this in your browser", page).as_bytes()).text
    assert "## Papers\n\n- [Self-RAG](https://arxiv.org/abs/2310.11511) retrieves\n- two\n" in text
    assert "Goodbye & good luck" in text and "pixel" not in text and "browser" not in text


@pytest.mark.parametrize(
    ("charset", "words"), [("iso-2022-jp", JA), ("shift_jis", JA), ("gb18030", ZH), ("gb2312", ZH)]
)
@pytest.mark.parametrize("packed", ["base64", "8bit"])
def test_mails_in_east_asian_charsets_are_read(charset: str, words: str, packed: str) -> None:
    body = words.encode(charset)
    shown = base64.encodebytes(body) if packed == "base64" else body
    subject = Header(words[:12], charset).encode()
    raw = (
        f"Subject: {subject}\r\nFrom: x@example.org\r\nMIME-Version: 1.0\r\n"
        f"Content-Type: text/plain; charset={charset}\r\nContent-Transfer-Encoding: {packed}\r\n\r\n"
    ).encode("ascii") + shown
    text = unpack("a.eml", raw).text
    assert words in text and text.startswith(f"# {words[:12]}")


def test_attachments_are_named_and_not_opened() -> None:
    mail = a_mail("See the paper.")
    mail.add_attachment(b"%PDF-1.4", maintype="application", subtype="pdf", filename="paper.pdf")
    taken = unpack("a.eml", mail.as_bytes())
    assert [issue.why for issue in taken.issues] == ["An attachment was not opened: paper.pdf."]


def test_a_digest_that_came_by_mail_is_recognised_as_the_digest() -> None:
    for folder in ("dair_weekly_digest", "ja_weekly_digest"):
        sample = next(path for path in sorted((DATA / folder).iterdir()) if path.suffix in (".md", ".txt"))
        words = sample.read_text(encoding="utf-8")
        text = unpack("digest.eml", a_mail(words).as_bytes()).text
        assert recognise(Source("digest.eml", text)) == recognise(Source(sample.name, words)) == folder


def test_a_text_that_begins_with_a_title_and_a_date_is_no_mail() -> None:
    note = "Title: RAG\nDate: 2024-05-01\nAuthor: me\n\nWords."
    assert unpack("note.md", note.encode()).text == note


@pytest.mark.parametrize(
    "raw",
    [
        b"Subject: =?x-unknown?q?=FF?=\nMessage-ID: <1>\n\nwords",
        b"Subject: =?utf-8?b?!!!?=\nMessage-ID: <1>\nDate: never\n\nwords",
        b"Subject: a\nMIME-Version: 1.0\nContent-Type: text/plain; charset=\x00\xff\n\nwords",
        b"Subject: a\nMIME-Version: 1.0\nContent-Type: multipart/mixed\n\nwords",
        b"Subject: a\nMIME-Version: 1.0\nContent-Transfer-Encoding: base64\n\nwords!",
        b"Subject: a\nMIME-Version: 1.0\n" + b"To: x\n" * 5_000 + b"\nwords",
    ],
)
def test_broken_headers_do_not_hide_the_words(raw: bytes) -> None:
    try:
        assert unpack("a.eml", raw).text
    except ImportFailed as error:
        assert "words" in error.message


def test_mails_nested_in_mails_are_refused_above_a_depth() -> None:
    head = b"MIME-Version: 1.0\nSubject: deep\n"
    deep = b"".join(b'Content-Type: multipart/mixed; boundary="%d"\n\n--%d\n' % (i, i) for i in range(5_000))
    with pytest.raises(ImportFailed, match="nested too deeply"):
        unpack("deep.eml", head + deep)


def test_several_mails_in_one_file_are_refused_in_words() -> None:
    one = b"From a@example.org Mon May  6 08:00:00 2024\nSubject: a\nMessage-ID: <1>\n\nwords\n\n"
    with pytest.raises(ImportFailed, match="several mails"):
        unpack("all.mbox", one * 3)


@pytest.mark.parametrize(
    ("address", "inside"),
    [
        ("https://t.example.com/?u=https%3A%2F%2Farxiv.org%2Fabs%2F2405.01535&id=9", "https://arxiv.org/abs/2405.01535"),
        ("https://t.example.com/CL0/https:%2F%2Farxiv.org%2Fabs%2F2405.01535/1/x", "https://arxiv.org/abs/2405.01535/1/x"),
        ("https://t.example.com/?url=" + base64.urlsafe_b64encode(b"https://arxiv.org/abs/1").decode(), "https://arxiv.org/abs/1"),
        ("https://t.example.com/?url=javascript:alert(1)", ""),
        ("https://t.example.com/?url=file:///etc/hosts", ""),
        ("https://web.archive.org/web/2024/https://example.org/", ""),
        ("https://[broken/?url=x", ""),
    ],
)  # fmt: skip
def test_tracking_links_are_unwrapped_where_the_address_is_inside(address: str, inside: str) -> None:
    assert unwrapped(address) == (inside or address)
    assert unwrap_links(f"see {address} now") == f"see {inside or address} now"


@pytest.mark.parametrize(
    ("codec", "words", "shown"),
    [
        ("cp932", JA, "Shift-JIS"),
        ("euc_jp", JA, "EUC-JP"),
        ("iso2022_jp", JA, "ISO-2022-JP"),
        ("gb18030", ZH, "GB18030"),
        ("cp1252", FR, "Latin-1"),
        ("utf-16-le", FR, "UTF-16-LE"),
        ("utf-16-be", FR, "UTF-16-BE"),
    ],
)
def test_a_text_in_another_encoding_is_read_and_the_guess_is_told(codec: str, words: str, shown: str) -> None:
    taken = unpack("note.txt", words.encode(codec))
    assert taken.text == words and taken.content == words.encode()
    assert [issue.why for issue in taken.issues if f"Read as {shown}: guessed" in issue.why]


@pytest.mark.parametrize("codec", ["utf-16", "utf-32"])
def test_a_byte_order_mark_needs_no_guess(codec: str) -> None:
    taken = unpack("note.txt", JA.encode(codec))
    assert (taken.text, taken.issues) == (JA, ())


def test_a_page_that_states_its_encoding_is_read_so() -> None:
    page = f'<html><head><meta charset="gb2312"></head><body>{ZH}</body></html>'
    taken = unpack("a.html", page.encode("gb18030"))
    assert taken.text == page and not taken.issues


def test_utf_8_with_a_broken_place_stays_utf_8() -> None:
    raw = (JA * 3).encode()[:-1]
    assert unpack("cut.txt", raw).content == raw


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("a.docx", "Word document"),
        ("a.pptx", "PowerPoint"),
        ("a.zip", "zip archive"),
        ("a.gz", "gzip"),
        ("a.doc", "old Office file"),
        ("a.rtf", "RTF"),
        ("a.png", "picture"),
        ("a.db", "database"),
    ],
)
def test_archives_office_files_and_pictures_are_refused_with_what_to_do(name: str, words: str) -> None:
    box = io.BytesIO()
    with zipfile.ZipFile(box, "w") as archive:
        archive.writestr("../../slip.txt", "x")
    starts = {
        "gz": gzip.compress(b"words"),
        "doc": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 99,
        "rtf": b"{\\rtf1 x}",
        "png": b"\x89PNG\r\n\x1a\n",
        "db": b"SQLite format 3\x00",
    }
    with pytest.raises(ImportFailed, match=words) as caught:
        unpack(name, starts.get(name.rpartition(".")[2], box.getvalue()))
    assert caught.value.hint


@pytest.mark.parametrize("seed", [1, 2, 3])
@pytest.mark.parametrize("size", [300, 5_000, 100_000])
def test_data_of_another_program_is_refused_and_is_no_slide_deck(seed, size):
    with pytest.raises(ImportFailed, match=r"weights\.bin is data of another program"):
        unpack("weights.bin", random.Random(seed).randbytes(size))


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-16", "utf-32", "cp932", "euc_jp", "iso2022_jp", "gb18030", "utf-16-le"]
)
def test_texts_in_any_encoding_are_no_data(encoding):
    text = "Kites and RLHF\f第二章\t凧\r\n" * 40 if encoding != "utf-16-le" else "Kites\fand\tRLHF\r\n" * 40
    assert "RLHF" in unpack("notes.txt", text.encode(encoding)).text


def test_a_text_with_some_stray_control_bytes_is_read():
    assert "line" in unpack("log.txt", b"a line \x07 of a terminal\x00 with bells\n" * 20).text
