"""BibTeX and BibLaTeX: libraries of Zotero and JabRef, proceedings of PMLR, NeurIPS and the ACL Anthology."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from explorer.importers import Importer, Source
from explorer.importers._blocks import Place, make_block, make_issue, make_span
from explorer.importers._cited import Cited, References, cited_paper, full_name, iso_date, reference_document
from explorer.importers._cited_venue import cited_edition
from explorer.model import Block, BlockKind, Coding, Document, EditionRef, Issue, PaperRecord
from explorer.text.bibtex import BibEntry, bare, read_bibtex, split_commas, split_names
from explorer.text.language import language_of
from explorer.text.latex import bibtex_to_plain
from explorer.text.lines import LineIndex
from explorer.text.mapped import normalise

_HEAD_CHARS = 20_000
_FIRST = re.compile(r"[\s\ufeff]*+(?:%[^\n]*+\s*+)*+@\s?[A-Za-z]{3,20}\s?[{(]")
_ANY = re.compile(r"^[ \t]{0,9}@[A-Za-z]{3,20}\s?\{[^\s,{}=]{0,200},", re.M)
_NEARLY_ALL = 0.9
_WHERE = ("booktitle", "journal", "journaltitle", "maintitle", "eventtitle")
_VOLUMES = frozenset({"proceedings", "mvproceedings", "collection", "mvcollection", "periodical"})
_INHERITED = ("booktitle", "year", "date", "month", "publisher", "series", "volume")
_ARXIV_FIELDS = ("arxivid", "arxiv", "arxiv_id")
_LINKS = ("url", "pdf", "ee", "code", "software", "howpublished")
_URL = re.compile(r"https?://[^\s{}\\,;\"<>]{1,500}")
_IN_WORDS = re.compile(r"arxiv:\s?\S{1,40}|\babs/\S{1,40}", re.I)
_META = frozenset(
    {"author", "year", "date", "doi", "url", "eprint", "openreview", "keywords", "pdf", "crossref", *_WHERE}
)


def recognise(source: Source) -> float:
    """Sure where the text begins with an entry, after comments; a .bib file may begin with any words."""
    head = source.text[:_HEAD_CHARS]
    if _FIRST.match(head):
        return 0.95
    return 0.9 if source.name.lower().endswith(".bib") and _ANY.search(head) else 0.0


def read(source: Source) -> tuple[Document, ...]:
    """One document; ImportFailed where no entry has a title.

    A file with one entry of kind @proceedings, of a known venue, in which nearly
    all papers stand is the list of that edition; any other is a library of references.
    """
    entries = list(read_bibtex(source.text))
    volumes = [entry for entry in entries if entry.kind in _VOLUMES]
    by_key = {entry.key.casefold(): entry for entry in reversed(entries) if entry.key}
    lines = LineIndex(source.text)
    found = References()
    for entry in entries:
        if why := entry.why or _unusable(entry):
            found.issues.append(_issue(source, lines, entry, why))
        if entry.kind in _VOLUMES:
            found.blocks += _blocks(source.text, entry, None)
        elif entry.kind != "string" and not _unusable(entry):
            paper = cited_paper(_cited(source.text, entry, by_key), source.edition)
            extent = (entry.start, entry.start if entry.why else entry.end)
            found.add(paper, _blocks(source.text, entry, len(found.papers)), extent)
    listed = source.edition or (_listed(volumes[0], found.papers) if len(volumes) == 1 else None)
    return (reference_document(source, found, listed),)


def _unusable(entry: BibEntry) -> str:
    """Why an entry gives nothing, or ""."""
    title = entry.fields.get("title")
    if entry.kind == "string" or (title and bibtex_to_plain(title.text)):
        return ""
    return "" if entry.kind in _VOLUMES else f"The entry {entry.key} has no title.".replace("  ", " ")


def _issue(source: Source, lines: LineIndex, entry: BibEntry, why: str) -> Issue:
    text = source.text[entry.start : entry.end].split("\n", 1)[0].strip()
    return make_issue(lines.line_of(entry.start), text, why)


def _listed(volume: BibEntry, papers: Sequence[PaperRecord]) -> EditionRef | None:
    """The edition of a volume where nearly all papers say that they stand in it."""
    edition = _edition_of(volume)
    return edition if sum(p.edition == edition for p in papers) >= _NEARLY_ALL * len(papers) else None


def _edition_of(volume: BibEntry) -> EditionRef | None:
    texts = {name: bibtex_to_plain(value) for name, value in _texts(volume).items()}
    year = iso_date(texts.get("year", "") or texts.get("date", ""))[:4]
    stated = (cited_edition(texts[name], year) for name in ("booktitle", "title") if name in texts)
    return next(filter(None, stated), None)


def _cited(raw: str, entry: BibEntry, by_key: Mapping[str, BibEntry]) -> Cited:
    """What an entry states, and what it inherits from the entry that its field crossref names."""
    tex = _texts(entry)
    parent = by_key.get(tex.get("crossref", "").strip().casefold())
    if parent and parent is not entry:
        above = _texts(parent)
        above.setdefault("booktitle", above.get("title", ""))
        tex = {name: above[name] for name in _INHERITED if name in above} | tex
    text = {name: bibtex_to_plain(value) for name, value in tex.items()}
    authors, complete = _authors(tex.get("author", ""))
    urls = [url.rstrip(".)") for name in _LINKS for url in _URL.findall(tex.get(name, ""))]
    return Cited(
        title=text["title"],
        evidence=make_span(raw, *_title_span(raw, entry)),
        authors=authors,
        complete=complete,
        where=next((text[name] for name in _WHERE if text.get(name)), ""),
        date=iso_date(text.get("date") or text.get("year", ""), text.get("month", "")),
        ids=tuple(_ids(text)),
        doi=tex.get("doi", "").replace("\\_", "_"),
        openreview=text.get("openreview", ""),
        links=tuple(url.replace("\\_", "_").replace("\\%", "%") for url in urls),
        abstract=text.get("abstract", ""),
    )


def _texts(entry: BibEntry) -> dict[str, str]:
    return {name: normalise(value.text) for name, value in entry.fields.items()}


def _title_span(raw: str, entry: BibEntry) -> tuple[int, int]:
    title = entry.fields["title"]
    return bare(raw, title.start, title.end)


def _ids(text: Mapping[str, str]) -> Iterator[str]:
    """What may be an arXiv id: eprint, the fields of Mendeley, "CoRR abs/…", words of journal and note."""
    kind = text.get("archiveprefix") or text.get("eprinttype") or "arxiv"
    if kind.lower() == "arxiv":
        yield text.get("eprint", "")
    yield from (text.get(name, "") for name in _ARXIV_FIELDS)
    if text.get("note", "").lower().startswith("arxiv:"):  # elsewhere in it stand other papers
        yield text["note"]
    for name in ("journal", "volume", "number", "howpublished", "eprint"):
        yield from (found.replace("abs/", "arxiv:") for found in _IN_WORDS.findall(text.get(name, "")))


def _authors(tex: str) -> tuple[tuple[str, ...], bool]:
    """(names, given name first; whether these are all): taken apart as TeX, for braces keep a name whole."""
    pieces = split_names(tex)
    others = bool(pieces) and pieces[-1].lower() in ("others", "et al.", "et al")
    names = map(_name, pieces[:-1] if others else pieces)
    return tuple(name for name in names if any(map(str.isalpha, name))), not others


def _name(tex: str) -> str:
    parts = [bibtex_to_plain(part) for part in split_commas(tex)]
    if len(parts) in (2, 3):
        return full_name(parts[0], parts[-1], parts[1] if len(parts) == 3 else "")
    return ", ".join(parts)


def _blocks(raw: str, entry: BibEntry, paper: int | None) -> list[Block]:
    """The title, the abstract and what else speaks of the paper; a volume's title is a heading."""
    blocks: list[Block] = []
    for name, value in entry.fields.items():
        kind = _kind_of(name, paper)
        start, end = bare(raw, value.start, value.end)
        if kind and raw[start:end].strip(" \t\r\n\ufeff"):
            own = language_of(raw[start:end])
            section = "proceedings" if paper is None else ""
            language = own if own in ("ja", "zh") else "en"
            place = Place(language, section, paper, coding=Coding.FLOWED)
            blocks.append(make_block(raw, (start, end), kind, place))
    return [block for block in blocks if block.text.strip()]


def _kind_of(name: str, paper: int | None) -> BlockKind | None:
    if name == "title":
        return BlockKind.HEADING if paper is None else BlockKind.PAPER_TITLE
    if name == "abstract":
        return BlockKind.ABSTRACT if paper is not None else None
    return BlockKind.META if name in _META else None


IMPORTER = Importer("References (BibTeX)", (".bib", ".bibtex"), recognise, read)
