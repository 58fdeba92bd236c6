"""Statements: what is said of a node or between two, each with the sentence that says so."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from explorer.store import Reader
from explorer.store.statements import LinkLine, QuoteLine, evidence_of, links_at
from explorer.text.mapped import normalise
from explorer.text.sentences import sentence_around

SAMPLE_URI = "sample:"  #: sources that were written for the app
_LONGEST = 400  #: characters of a sentence that are shown


@dataclass(frozen=True, slots=True)
class Quote:
    """A slice of a document.

    Attributes:
        document: Node id of the document.
        source: Its title for people.
        start, end: Character offsets in the source text.
        exact: The slice.
        sentence: The sentence around it, normalised, for reading.
        language: "en", "ja", "zh" or "".
        machine: Whether the text is machine-written.
        sample: Whether the text was written for the app.
    """

    document: int
    source: str
    start: int
    end: int
    exact: str
    sentence: str
    language: str
    machine: bool
    sample: bool = False


@dataclass(frozen=True, slots=True)
class SentencePair:
    """A sentence of each of two papers, the two most alike.

    Attributes:
        quotes: That of the paper asked about, then the other's; without a document, of the abstract or title.
        percentile: Share of random pairs of sentences that are less alike, 0 to 100.
        engine: As on the command line; "lexical" compares wording alone.
    """

    quotes: tuple[Quote, Quote]
    percentile: float
    engine: str


@dataclass(frozen=True, slots=True)
class Reason:
    """Why two papers are alike.

    Attributes:
        kind: method, person, tag, issue or edition that both share, or sentence.
        text: Its name, or both sentences.
        weight: 0 to 1; what few papers share weighs more.
        pair: The sentences, or None.
    """

    kind: str
    text: str
    weight: float
    pair: SentencePair | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """One edge in words.

    Attributes:
        subject, object: Node ids; ``subject_name`` and ``object_name`` their names.
        kind: Id of the edge kind.
        words: The verb ("builds on", "is named in").
        trust: "stated in 3 sources", "inferred by rule", "computed".
        confidence: 0 to 1.
        quotes: Sentences behind it, one per distinct source first.
        link: Id of the asserted link, or 0.
        status: proposed, accepted, rejected, or "".
        reasons: Of papers that are alike, weightiest first.
    """

    subject: int
    subject_name: str
    object: int
    object_name: str
    kind: str
    words: str
    trust: str
    confidence: float
    quotes: tuple[Quote, ...]
    link: int = 0
    status: str = ""
    reasons: tuple[Reason, ...] = ()


def statements_of(reader: Reader, node: int) -> tuple[Statement, ...]:
    """All links at a node that nobody rejected, those of most sources first; proposals last."""
    return statements(reader, links_at(reader, node))


def statements(reader: Reader, links: Sequence[LinkLine]) -> tuple[Statement, ...]:
    """Links in words, with their quotes."""
    quotes: dict[int, list[QuoteLine]] = {}
    for line in evidence_of(reader, [link.id for link in links]):
        quotes.setdefault(line.owner, []).append(line)
    made = [_statement(link, quotes.get(link.id, [])) for link in links]
    return tuple(
        sorted(made, key=lambda s: (s.status != "accepted", -len(_documents(s.quotes)), -s.confidence))
    )


def _statement(link: LinkLine, lines: Sequence[QuoteLine]) -> Statement:
    quotes = tuple(in_turn([quote(line) for line in lines]))
    words = link.predicate.replace("_", " ")
    return Statement(
        link.subject,
        link.subject_name,
        link.object,
        link.object_name,
        "asserted",
        words if link.polarity > 0 else f"does not: {words}",
        _trust(link, len(_documents(quotes))),
        link.confidence,
        quotes,
        link.id,
        link.status,
    )


def _trust(link: LinkLine, sources: int) -> str:
    if link.status == "proposed":
        return "proposed, nobody has checked it"
    if link.asserted_by == "user":
        return "stated by you"
    if link.asserted_by == "rule:lexicon":
        return "known from the lexicon"
    return stated_in(sources)


def stated_in(sources: int) -> str:
    """Trust in words for a number of distinct sources."""
    return "inferred by rule" if sources == 0 else f"stated in {sources} source{'s' if sources > 1 else ''}"


def quote(line: QuoteLine) -> Quote:
    """A slice with the sentence around it."""
    return Quote(
        line.document,
        line.title,
        line.start,
        line.end,
        line.exact,
        _sentence(line),
        line.language,
        bool(line.machine),
        line.uri.startswith(SAMPLE_URI),
    )


def _sentence(line: QuoteLine) -> str:
    exact = normalise(line.exact)
    at = line.block_text.find(exact)
    if at < 0:
        return shortened(exact)
    start, end = sentence_around(line.block_text, at, at + len(exact))
    return shortened(line.block_text[start:end])


def shortened(text: str, longest: int = _LONGEST) -> str:
    """One line of text, cut with an ellipsis."""
    line = " ".join(text.split())
    return line if len(line) <= longest else line[: longest - 1].rstrip() + "…"


def in_turn(quotes: Iterable[Quote]) -> list[Quote]:
    """Quotes so that each document comes once before any comes twice."""
    rounds: dict[int, int] = {}
    keyed = []
    for i, q in enumerate(quotes):
        turn = rounds[q.document] = rounds.get(q.document, -1) + 1
        keyed.append((turn, q.machine, i, q))
    return [q for *_, q in sorted(keyed, key=lambda row: row[:3])]


def _documents(quotes: Iterable[Quote]) -> set[int]:
    return {q.document for q in quotes}
