"""What a person drops, pastes, opens or types, before it is imported."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

TEXT_URI: Final = "text: "  #: begins the address of what was pasted
NONE: Final = "none"  #: what a person says of a list that is of no edition, whatever its name says


class Origin(StrEnum):
    FILE = "file"
    WEB = "web"
    ARXIV = "arxiv"
    TEXT = "text"
    NOWHERE = "nowhere"  #: it cannot be had; ``why`` says so


@dataclass(frozen=True, slots=True)
class Given:
    """What came in one go, as it came.

    Attributes:
        words: Files, folders, addresses, arXiv ids.
        text: A text that was pasted, dropped or typed: words one to a line, or a document.
        html: The same with its links, or "".
    """

    words: tuple[str, ...] = ()
    text: str = ""
    html: str = ""


@dataclass(frozen=True, slots=True)
class Thing:
    """One thing that can be imported.

    Attributes:
        word: Path, address or id; of a text, its name.
        size: Bytes, or -1 where nobody knows yet.
        host: Who is asked for it, or "".
        content: Of a text.
        folder: That which it came in, as a person named it, or "".
        why, hint: Where it cannot be had.
    """

    origin: Origin
    word: str
    name: str
    size: int = -1
    host: str = ""
    content: bytes = b""
    why: str = ""
    hint: str = ""
    folder: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """What a person says of a thing; "" and () where they leave it to the program.

    Attributes:
        edition: "NeurIPS 2023", or NONE.
    """

    format: str = ""
    edition: str = ""
    columns: tuple[tuple[str, str], ...] = ()
