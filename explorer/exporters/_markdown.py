"""What the Markdown formats share: papers, links and sentences as lines."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from explorer import __version__
from explorer.exporters._citation import address, year
from explorer.exporters._graph import edge_words
from explorer.exporters.safe import markdown, plain
from explorer.graph.snapshot import Quote, Record, Snapshot
from explorer.model import NodeKind

#: kind -> heading of its list and name of its folder
HEADINGS = {
    NodeKind.PAPER: "Papers",
    NodeKind.CONCEPT: "Methods",
    NodeKind.EDITION: "Venues",
    NodeKind.ISSUE: "Digests",
    NodeKind.DOCUMENT: "Documents",
    NodeKind.TAG: "Tags",
    NodeKind.PERSON: "People",
}


def made_with(snapshot: Snapshot) -> str:
    """Where the text comes from, for whoever finds it later."""
    day, library = markdown(snapshot.made_on), markdown(snapshot.library)
    return f"Made with Paper Explorer {__version__} on {day} from the library {library}."


def byline(record: Record) -> str:
    """Authors, venue or date, and read state of a paper."""
    people = ", ".join(filter(None, map(markdown, record.authors)))
    when = markdown(record.venue) or markdown(record.published) or year(record)
    return " · ".join(filter(None, (people, when, markdown(record.read_state))))


def linked(text: str, record: Record | None) -> str:
    """A text of Markdown as a link to where its paper is found."""
    url = address(record) if record else ""
    return f"[{text}](<{url}>)" if url else text


def quoted(text: str) -> Iterator[str]:
    """Plain text, such as a note, as a quotation that keeps its lines."""
    for line in plain(text).strip("\n").split("\n"):
        words = markdown(line)
        yield f"> {words}  " if words else ">"  # two spaces keep the line end


def sentences(quotes: tuple[Quote, ...]) -> Iterator[str]:
    """What the sources of a link say, below its line in a list."""
    for quote in quotes:
        machine = " (machine-written text)" if quote.machine else ""
        yield f"  > “{markdown(quote.exact)}” — {markdown(quote.source)}{machine}"
        yield ""


def link_line(snapshot: Snapshot, row: int, name: Callable[[int], str]) -> str:
    """An edge as a sentence of Markdown; ``name`` gives the words for a row of nodes."""
    source, target = snapshot.scene.view.ends[row].tolist()
    return f"- {name(source)} {markdown(edge_words(snapshot, row))} {name(target)}"
