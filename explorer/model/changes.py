"""Changes: what one operation wrote, and all that views hear from the store."""

from dataclasses import dataclass, field

from explorer.model.kinds import NodeId


@dataclass(frozen=True, slots=True)
class Changes:
    """What one operation wrote.

    Attributes:
        label: What the person did, in words ("Tag 12 papers"). Also the undo text.
        tables: Names of the tables that changed.
        nodes: Ids of the nodes whose row, links or derived rows changed.
    """

    label: str
    tables: frozenset[str] = frozenset()
    nodes: frozenset[NodeId] = field(default_factory=frozenset)

    def touches(self, *tables: str) -> bool:
        return not self.tables.isdisjoint(tables)
