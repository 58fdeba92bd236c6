"""What a document does with a paper that it cites: reviews it, refers to it, or builds on it."""

from __future__ import annotations

import re

from explorer.importers._proofs import Citation
from explorer.model import Role

_BACKGROUND = re.compile(
    r"背景|前提知識|関連研究|相关工作|background|preliminar|related work|prior work", re.I
)
_REFERENCES = re.compile(
    r"[\W\d]*(?:references?|bibliography|further reading|参考文献|参考资料|参考|出典)\W*", re.I
)
_SOURCE_BEFORE = re.compile(
    r"[(\[]\s?(?:see(?: also)?|cf\.?|from|参见|详见|见|参照:?)\s?$|"
    r"(?:data ?sets?|benchmarks?|corpus|corpora|データセット|ベンチマーク|コーパス|数据集|基准|"
    r"语料库?)\s?[(\[]$",
    re.I,
)
_SOURCE_AFTER = re.compile(r"\s?(?:を?(?:参照|参考)|参见)")


def role_of(section: str, citation: Citation, own: bool, text: str = "") -> Role:
    """Role of a paper that ``text`` cites under a heading; ``own``: the text speaks of it."""
    if _BACKGROUND.search(section) or (citation.title is None and _is_source(text, citation)):
        return Role.BACKGROUND
    if citation.aside or citation.title is None or _REFERENCES.fullmatch(section):
        return Role.REFERENCED
    return Role.REVIEWED if own or citation.labelled else Role.REFERENCED


def is_of_others(section: str) -> bool:
    """Whether a section by its heading holds what others did: background, related work, references."""
    return bool(_BACKGROUND.search(section) or _REFERENCES.fullmatch(section))


def _is_source(text: str, citation: Citation) -> bool:
    """Whether an id stands in brackets behind a thing that is taken as given: "the birds dataset (see …)"."""
    before, after = text[max(0, citation.start - 60) : citation.start], text[citation.end :][:12]
    return bool(_SOURCE_BEFORE.search(before) or (before[-1:] in "([" and _SOURCE_AFTER.match(after)))
