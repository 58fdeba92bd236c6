"""Papers that running text cites: a title together with an id, a link, a citation or a word that says so."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from explorer.importers._left_overs import mask_left_overs
from explorer.importers._links import identifiers
from explorer.importers._markdown import plain
from explorer.importers._paper_fields import stated_in_fields
from explorer.importers._proofs import QUOTED, Citation, Cited, proved, witnesses_between
from explorer.importers._title_shape import is_name, is_sentence_start, is_title, names_event, names_in
from explorer.importers._witnesses import NO_IDS, author_lists, find_witnesses, is_paper_url
from explorer.text.lines import trimmed
from explorer.text.names import split_authors
from explorer.text.scripts import CJK

_LINK = re.compile(
    r"(?<!!)\[(?P<label>[^\[\]\n]{1,300})\]\(\s{0,3}<?(?P<url>https?://[^()\s<>]{1,500})[^()\n]{0,100}\)"
)
_ANCHOR = re.compile(
    r"<a\s[^<>]{0,300}?href=[\"'](?P<url>https?://[^\"'<>\s]{1,500})"
    r"[\"'][^<>]{0,300}>(?P<label>[^<>]{3,300})</a>",
    re.I,
)
_OF_OURS = re.compile(
    r"(?:\b(?:our|my) (?:own )?(?:[\w-]{1,20} )?(?:papers?|posters?|work)|(?:私たち|弊社|我々|当社|"
    r"自社)の(?:論文|ポスター|研究)|"
    r"我们的(?:论文|海报|工作))[\s,:は*(]{0,4}$",
    re.I,
)
_SAYS_PAPER = re.compile(
    r"(?:论文|論文|\b(?:papers?|preprint|posters?|titled|entitled))(?:\s?[(（]?\d{0,2}(?:/\d{1,2})?\))?"
    r"(?:题为|标题为|は|の|,|:|\s|\(|\)|\[|[*]){0,4}$",
    re.I,
)
_LABEL = re.compile(
    r"(?<![A-Za-z])(?:(?P<main>論文紹介|紹介論文|论文(?:介绍|解读|分享)|paper(?: (?:spotlight|highlight))?)|"
    r"(?P<paper>論文|论文)(?=\s?[(#]?\d)|(?P<aside>参考(?:文献|论文|論文)?|関連論文|出典|references?|"
    r"ref|source|来源|出处|compare|cf\.?))"
    r"\s?(?P<number>\(?#?\d{1,2}(?:\s?/\s?\d{1,2})?)?\)?\s?(?P<mark>[:.])?\s{0,3}",
    re.I,
)
_SHORTEST = 6  #: characters of a title or an id
_CJK = re.compile(f"[{CJK}]")
_HARD = re.compile(
    rf"[{CJK}。、《》「」『』“”„\"\[\]()•◦▪‣■□●○→←⇒|【】・*…;]|(?<![A-Z])(?<!vs)[.!]\s|\s[–—-]\s|"
    r":\s(?=[“\"*])"
)
_FRONT = re.compile(r"\s{0,3}(?:[-*+#>]{1,6}\s|\d{1,3}[.)]\s|\(\d{1,3}\)|[:,.\s])*")
_NAMES_FIRST = re.compile(r"([A-Z][^,:;]{1,40}(?:, [A-Z][^,:;]{1,40}){0,6}?,? et al\.?)[,:.]\s{1,3}")
_TITLE_END = re.compile(r"\.(?=\s|$)|\s{1,30}\.|,?\s{1,30}(?=arXiv|https?://|In\s[A-Z])|\s{0,3}(?=[\[(])|$")
_YEAR = re.compile(r",?\s?\(?(?:19|20)\d\d[a-z]?\)?$")
_ID_FOLLOWS = re.compile(r"\s{0,2}[(\[]{0,3}(?:[\w ]{1,20}\]\()?(?:arxiv|https?://)", re.I)
_STATED_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d[\s,.]+(?=[A-Z])")
_COUNT = re.compile(r"\s\d+$")
_JOURNAL = (
    r"(?:Nature|Science|PNAS|Cell|The Lancet|JAMA|NEJM)"
    r"(?: (?:Communications|Medicine|Methods|Machine Intelligence|Advances))?"
)
_POINTED_AT = re.compile(
    rf"\b(?:this|that|a recent|the recent|another) {_JOURNAL} (?:paper|article|study)\b"
    rf"|(?:この|その|ある|先日の|最近の)\s?{_JOURNAL}\s?(?:誌)?の?(?:論文|記事|研究)"
    rf"|(?:这篇|那篇|该|一篇|最近的)\s?{_JOURNAL}\s?的?(?:论文|文章|研究)"
)
_BACK = 320
_LEAST_WORDS = 4  #: of a title in the midst of a sentence whose only proof is a venue


def find_citations(text: str) -> list[Citation]:
    """The papers that a normalised text cites, in order.

    A title needs a proof: it is a link to the paper; or it stands in quotes,
    brackets or emphasis with an id, a link, authors and year or an edition
    beside it; or between the authors and the venue of a reference; or behind
    a label such as "Paper 2:"; or directly before an id or a citation in
    brackets. An id or link that no title claims is a citation without title.
    """
    if len(text) < _SHORTEST:
        return []
    found = [*stated_in_fields(text), *_anchored(text)]
    text = mask_left_overs(text).replace("\n", " ")  # a line end within a passage is a space
    work = Cited(text, find_witnesses(text), bytearray(len(text)))
    for citation in found:
        work.take(citation.start, citation.end)
    for reader in (_linked, _references, _quoted, _labelled, _before_proofs, _bare, _pointed_at):
        if reader is _before_proofs:
            for start, end, *_ in author_lists(text):
                work.take(start, end)
        for citation in reader(work):
            work.take(citation.start, citation.end)
            found.append(_with_label(text, citation))
    return sorted(found, key=lambda c: c.start)


def _pointed_at(work: Cited) -> Iterator[Citation]:
    """Papers of which a text gives nothing but the journal: "this Nature article", この Nature の論文."""
    for hit in _POINTED_AT.finditer(work.text):
        if work.free(hit.start(), hit.end()):
            yield Citation(None, hit.start(), hit.end())


def _anchored(text: str) -> Iterator[Citation]:
    """Titles that a piece of HTML links to a paper."""
    for hit in _ANCHOR.finditer(text) if "href" in text else ():
        inner = _inner(text, hit.span("label"))
        if is_paper_url(hit["url"]) and is_title(text[slice(*inner)]):
            yield Citation(inner, hit.start(), hit.end(), identifiers([hit["url"]]), (hit["url"],))


def _linked(work: Cited) -> Iterator[Citation]:
    for hit in _LINK.finditer(work.text):
        inner = _inner(work.text, hit.span("label"))
        label = plain(work.text[slice(*inner)])
        cites = names_in(_YEAR.sub("", label)) and _YEAR.search(label)
        if is_paper_url(hit["url"]) and not cites and (is_title(label) or is_name(label)):
            ids = identifiers([hit["url"]])
            yield proved(work, Citation(inner, hit.start(), hit.end(), ids, (hit["url"],)))


def _quoted(work: Cited) -> Iterator[Citation]:
    hits = [
        (hit.span(), _inner(work.text, hit.span(hit.lastgroup or 0))) for hit in QUOTED.finditer(work.text)
    ]
    for (start, end), inner in hits:
        words = plain(work.text[slice(*inner)])
        if not work.free(start, end) or not (is_title(words) or is_name(words)):
            continue
        bare = Citation(inner, start, end)
        citation = proved(work, bare)
        if is_title(words) and not _CJK.search(words):
            says = bool(_SAYS_PAPER.search(work.text, max(0, start - 24), start))
            keep = says or replace(citation, start=start, end=end) != bare
        elif is_title(words) and _SAYS_PAPER.search(work.text, max(0, start - 24), start):
            keep = True
        else:
            keep = citation.ids != NO_IDS and _ID_FOLLOWS.match(work.text, end) is not None
        ours = bool(_OF_OURS.search(work.text, max(0, start - 50), start))
        if keep or ours:
            yield replace(citation, labelled=citation.labelled or ours)


def _references(work: Cited) -> Iterator[Citation]:
    """Authors (year). Title. Venue or id."""
    for start, end, authors, complete in author_lists(work.text):
        stop = _TITLE_END.search(work.text, end, min(end + 300, len(work.text)))
        if stop is None or not work.free(start, end):
            continue
        title = _inner(work.text, trimmed(work.text, end, stop.start()))
        text = work.text[slice(*title)]
        bare = Citation(title, start, max(stop.start(), title[1]), authors=authors, complete=complete)
        citation = proved(work, bare)
        shaped = is_title(text, strict=citation == bare) and not is_sentence_start(text)
        if shaped:
            yield citation


def _labelled(work: Cited) -> Iterator[Citation]:
    for hit in _LABEL.finditer(work.text):
        if not (hit["mark"] or hit["number"]) or (hit["aside"] and not hit["mark"]):
            continue
        stop = _HARD.search(work.text, hit.end(), hit.end() + _BACK)
        title = trimmed(
            work.text, hit.end(), stop.start() if stop else min(hit.end() + _BACK, len(work.text))
        )
        title = _without_count(work.text, _without_proof(work, title))
        text = work.text[slice(*title)]
        shaped = is_title(text, strict=not hit["number"]) and not is_sentence_start(text)
        if work.free(*title) and shaped and not _CJK.search(text):
            yield proved(work, Citation(title, *title, aside=bool(hit["aside"])))


def _before_proofs(work: Cited) -> Iterator[Citation]:
    """Title directly in front of an id, of "(Wei et al., 2022)", ", NeurIPS 2023" or "(Oral)"."""
    done = 0
    for witness in work.witnesses:
        start = _segment_start(work, max(done, witness.start - _BACK), witness.start)
        done = max(done, witness.end)
        if not work.free(start, witness.end):
            continue
        segment = trimmed(work.text, start, witness.start)
        if _CJK.search(work.text, *segment):
            continue
        title, authors, complete = _split_off_names(work.text, segment)
        text = work.text[slice(*title)]
        bare = Citation(title, title[0], title[1], authors=authors, complete=complete)
        if (
            authors
            and title[0] == segment[0]
            and len(text.split()) <= _LEAST_WORDS
            and ":" not in text
            and names_in(text)
        ):
            continue  # all of them may be names
        if not is_title(text):
            continue
        citation = proved(work, bare)
        whole = _is_whole(work.text, segment[0], citation.end)
        edition_only = not witness.names_paper and work.text[witness.start] != "("
        if names_event(text) or names_in(_YEAR.sub("", text)):
            continue
        if edition_only and not whole and len(text.split()) < _LEAST_WORDS:
            continue
        if is_title(text, strict=True) or (whole and is_title(text) and not is_sentence_start(text)):
            yield citation


def _bare(work: Cited) -> Iterator[Citation]:
    for witness in work.witnesses:
        if witness.names_paper and work.free(witness.start, witness.end):
            urls = (witness.url,) if witness.url else ()
            yield Citation(None, witness.start, witness.end, witness.ids, urls)


def _with_label(text: str, citation: Citation) -> Citation:
    hits = list(_LABEL.finditer(text, max(0, citation.start - 30), citation.start))
    if not hits or text[hits[-1].end() : citation.start].strip(' “”"*《「『[('):
        return citation
    hit = hits[-1]
    return replace(
        citation,
        start=hit.start(),
        aside=bool(hit["aside"]),
        labelled=citation.labelled or bool(hit["main"] or hit["paper"]),
    )


def _segment_start(work: Cited, start: int, end: int) -> int:
    """Where the words in front of a proof begin: behind the last boundary, label and mark of an item."""
    if start >= end:
        return end
    for hit in _HARD.finditer(work.text, start, end - 1 if end else end):
        if work.text[hit.end() : end].strip(" (,["):
            start = hit.end()
    for year in _STATED_YEAR.finditer(work.text, start, end):
        start = year.end()
    taken = work.taken.rfind(1, start, end)
    start = max(start, taken + 1)
    for hit in _LABEL.finditer(work.text, start, end):
        if hit["mark"] or hit["number"]:
            start = hit.end()
    front = _FRONT.match(work.text, start, end)
    return front.end() if front else start


def _split_off_names(text: str, segment: tuple[int, int]) -> tuple[tuple[int, int], tuple[str, ...], bool]:
    """ "Title, A. Bee, Cara Dee," or "Bee et al., Title," → the title and the names."""
    start, end = segment
    while end > start and text[end - 1] in " ,;:([])-–—.":
        end -= 1
    if lead := _NAMES_FIRST.match(text, start, end):
        return (lead.end(), end), split_authors(lead[1])[0], False
    comma = text.find(", ", start, end)
    while comma > 0:
        if names_in(text[comma + 2 : end]):
            authors, complete = split_authors(text[comma + 2 : end])
            return (start, comma), authors, complete
        comma = text.find(", ", comma + 2, end)
    return (start, end), (), True


def _is_whole(text: str, start: int, end: int) -> bool:
    """Whether a title and its proof fill a line, or open one that goes on behind a colon or dash."""
    line = text.rfind("\n", 0, start) + 1
    opens = not _FRONT.sub("", text[line:start], count=1)
    rest = text[end : end + 3].lstrip(" )]")
    return opens and (not rest or rest[0] in ":\n–—-:")


def _without_proof(work: Cited, title: tuple[int, int]) -> tuple[int, int]:
    """The words up to the first witness inside of them."""
    first = next(witnesses_between(work, *title), None)
    return trimmed(work.text, title[0], first.start) if first else title


def _without_count(text: str, title: tuple[int, int]) -> tuple[int, int]:
    """The words without a number at their end that belongs to the Japanese or Chinese word behind it."""
    count = _COUNT.search(text, *title)
    return (title[0], count.start()) if count and _CJK.match(text, title[1]) else title


def _inner(text: str, span: tuple[int, int]) -> tuple[int, int]:
    """A span without marks of emphasis, quotes and the punctuation at its ends."""
    start, end = span
    while start < end and (text[start] in '*_“”"《「『`' or text[start].isspace()):
        start += 1
    while end > start and (text[end - 1] in '*_“”"》」』`,.:' or text[end - 1].isspace()):
        end -= 1
    return start, end
