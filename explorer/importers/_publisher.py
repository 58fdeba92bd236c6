"""Who publishes a report, told from its text: a copyright line, "I am … of X", "we at X"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from explorer.importers._named_editions import names_venue
from explorer.text.sentences import sentence_spans

_ORG = r"(?P<org>[A-Z][\w&.-]*[\w](?: [A-Z][\w&-]*[\w]){0,3})"
_COPYRIGHT = re.compile(
    r"(?i:©|\(c\)|copyright)\s{0,2}(?:©\s?)?(?:(?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)\d\d)?,?\s?)?(?:by )?"
    r"(?P<org>(?:株式会社|有限公司)?[A-Z](?:[\w&'-]|\.(?=\w))*(?: [A-Z&](?:[\w&'-]|\.(?=\w))*){0,4}|"
    r"株式会社[^\s,.、。]{2,30})",
)
_INTRODUCED = re.compile(
    r"(?P<org>株式会社[^\s、。()のを]{2,30}|[^\s、。()のを]{2,30}株式会社|"
    r"[A-Z][\w&.-]{1,30}(?: [A-Z][\w&-]{1,20}){0,2})"
    r"(?:\s?の[^\s、。]{0,30})?\s?の[^\s、。の]{1,20}です|"
    rf"(?:I am|I'm|I’m|my name is) [^.]{{2,60}}?(?:,| from| at| of| with) (?:[a-z ]{{0,30}}(?:at|of|"
    rf"with) )?{_ORG.replace('org', 'org2')}|"
    r"(?:这里是|我们是|我是来自)(?P<org3>[^\s,。、的]{2,30}?)(?:团队|实验室|研究院|公司|的|,|。)"
)
_AT = re.compile(
    rf"(?<![A-Za-z])at {_ORG}|(?<![A-Za-z]){_ORG.replace('org', 'org2')}\s?(?:で(?:の|は|も)?|"
    rf"の(?=[^\s]{{1,20}}(?:を|は|が|で)))|"
    rf"(?:私たち|我々|弊社|当社)\s?{_ORG.replace('org', 'org3')}|"
    rf"我们(?:在)?\s?{_ORG.replace('org', 'org4')}(?:的|,)?(?:团队)?"
)
_FIRST_PERSON = re.compile(
    r"(?<![A-Za-z])(?:[Ww]e|[Oo]ur|us|I|[Mm]y)(?![A-Za-z])|私たち|弊社|我々|当社|自社|我们|お知らせします"
)
_PLACE = re.compile(
    r"(?:University|Institute|Conference|Workshop|Hall|Center|Centre|Hotel|Messe|Booth|Session|Vienna|"
    r"Vancouver|Honolulu|"
    r"New Orleans|Singapore|Hawaii|Seattle|LLM|RAG|GPU|RLHF|Poster|Day)\b"
)
_LEAST_VOTES = 2


def publisher_of(texts: Iterable[str]) -> str:
    """The organisation that speaks in a text, or "" where none names itself.

    A copyright line or an introduction counts at once, "at X" in sentences in
    the first person once it is said twice.
    """
    votes: Counter[str] = Counter()
    for text in texts:
        said = _COPYRIGHT.search(text) or _INTRODUCED.search(text)
        if said and not names_venue(org := _named(said)):
            return org
        votes.update(_spoken(text))
    if not votes:
        return ""
    name, count = votes.most_common(1)[0]
    return name if count >= _LEAST_VOTES else ""


def _spoken(text: str) -> Iterator[str]:
    for start, end in sentence_spans(text):
        if not _FIRST_PERSON.search(text, start, end):
            continue
        for hit in _AT.finditer(text, start, end):
            org = _named(hit)
            if not names_venue(org) and not _PLACE.search(org) and len(org) > 2:
                yield org


def _named(hit: re.Match[str]) -> str:
    return next(hit[g] for g in ("org", "org2", "org3", "org4") if g in hit.re.groupindex and hit[g]).strip(
        " ."
    )
