"""The nouns: plain frozen records and enums, no I/O, no Qt, no SQL.

kinds: what a node can be · document: what an importer reads, stated: what else it says · plan: what an
import would do · changes: what an operation did.
"""

from explorer.model.changes import Changes
from explorer.model.document import (
    Block,
    BlockKind,
    Coding,
    Document,
    DocumentKind,
    EditionRef,
    Issue,
    PaperRecord,
    Role,
    SeriesKind,
)
from explorer.model.kinds import ConceptKind, LinkStatus, NodeId, NodeKind
from explorer.model.stated import (
    Direction,
    PersonRole,
    Span,
    StatedPerson,
    StatedTrend,
    Statistic,
    TermClaim,
)

__all__ = [
    "Block",
    "BlockKind",
    "Changes",
    "Coding",
    "ConceptKind",
    "Direction",
    "Document",
    "DocumentKind",
    "EditionRef",
    "Issue",
    "LinkStatus",
    "NodeId",
    "NodeKind",
    "PaperRecord",
    "PersonRole",
    "Role",
    "SeriesKind",
    "Span",
    "StatedPerson",
    "StatedTrend",
    "Statistic",
    "TermClaim",
]
