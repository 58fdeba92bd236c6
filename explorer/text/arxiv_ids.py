"""arXiv identifiers in text and addresses.

References:
    arXiv identifier scheme, https://info.arxiv.org/help/arxiv_identifier.html
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_NEW = r"\d{2}(?:0[1-9]|1[0-2])\.\d{4,5}"
_ARCHIVES = (
    "acc-phys|adap-org|alg-geom|ao-sci|astro-ph|atom-ph|bayes-an|chao-dyn|chem-ph|cmp-lg|comp-gas|cond-mat|cs|dg-ga|"
    "funct-an|gr-qc|hep-ex|hep-lat|hep-ph|hep-th|math-ph|math|mtrl-th|nlin|nucl-ex|nucl-th|patt-sol|physics|plasm-ph|"
    "q-alg|q-bio|quant-ph|solv-int|stat|supr-con"
)
_OLD = rf"(?:{_ARCHIVES})(?:\.[A-Z]{{2}})?/\d{{2}}(?:0[1-9]|1[0-2])\d{{3}}"
_ID = re.compile(rf"(?P<id>{_NEW}|{_OLD})(?P<version>v[1-9]\d{{0,2}})?(?!\d)")
_MARK = (
    r"arxiv\.org/[a-z-]{1,8}/|arxiv\s?:\s?|10\.48550/arxiv\.|alphaxiv\.org/[a-z]{1,10}/|huggingface\.co/papers/|"
    r"ar5iv\.(?:labs\.arxiv\.)?org/[a-z]{1,5}/"
)
_MARKED = re.compile(rf"(?i:(?:{_MARK}))\s?{_ID.pattern}")
_BARE = re.compile(rf"(?<![\w./-]){_ID.pattern}(?![\w/-]|\.\d)", re.ASCII)


@dataclass(frozen=True, slots=True)
class ArxivId:
    """Attributes:
    base: Without version, without the subject class of old ids ("2405.01535", "math/0309136").
    version: "v2" or "".
    start, end: Where id and version stand in the text that was searched.
    """

    base: str
    version: str
    start: int
    end: int


def find_arxiv_ids(text: str, bare: bool = False) -> Iterator[ArxivId]:
    """The ids that a text names, in order: after "arXiv:" and in addresses of arXiv and its mirrors.

    Args:
        text: Normalised text.
        bare: Also numbers that stand alone and can be an id ("2405.01535").
    """
    for found in (_BARE if bare else _MARKED).finditer(text):
        if _exists(found["id"]):
            yield ArxivId(_base(found["id"]), found["version"] or "", found.start("id"), found.end())


def parse_arxiv_id(text: str) -> tuple[str, str]:
    """(base id, version) of a text that is an id or an address of one, else ("", "")."""
    text = text.strip()
    found = _ID.fullmatch(text) or _MARKED.search(text)
    if found and _exists(found["id"]):
        return _base(found["id"]), found["version"] or ""
    return "", ""


def month_of(base: str) -> str:
    """Month in which a paper with this id was sent in: "2405.01535" → "2024-05"."""
    digits = base.rsplit("/", 1)[-1]
    year = int(digits[:2])
    return f"{1900 + year if year >= 91 else 2000 + year}-{digits[2:4]}"


def _exists(arxiv_id: str) -> bool:
    """Whether arXiv has given out such ids: five digits from January 2015 on, four from April 2007."""
    if "/" in arxiv_id:
        return True
    month, number = arxiv_id.split(".")
    return month >= "1501" if len(number) == 5 else "0704" <= month < "1501"


def _base(arxiv_id: str) -> str:
    archive, _, number = arxiv_id.partition("/")
    return f"{archive.split('.')[0]}/{number}" if number else arxiv_id
