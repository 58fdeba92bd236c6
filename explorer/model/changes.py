"""Changes: what one operation wrote, and all that views hear from the store."""

from dataclasses import dataclass, field

from explorer.model.kinds import NodeId

#: how a step is told of once it is done: first word of its label -> of the same in the past
_DONE = {
    "Accept": "Accepted",
    "Complete": "Completed",
    "Correct": "Corrected",
    "Delete": "Deleted",
    "Follow": "Followed",
    "Import": "Imported",
    "Keep": "Kept",
    "Mark": "Marked",
    "Merge": "Merged",
    "Redo:": "Done again:",
    "Reject": "Rejected",
    "Rename": "Renamed",
    "Reopen": "Reopened",
    "Save": "Saved",
    "Settle": "Settled",
    "Split": "Split",
    "State": "Stated",
    "Tag": "Tagged",
    "Undo:": "Undone:",
    "Unfollow": "Unfollowed",
    "Untag": "Untagged",
}
_LABELS = {done: label for label, done in _DONE.items()}


def label_of(done: str) -> str:
    """The label of a step again, of what is told of it once it is done; other words stay as they are."""
    first, space, rest = done.partition(" ")
    return _LABELS.get(first, first) + space + rest


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

    @property
    def done(self) -> str:
        """The label of a step that has been done: "Tagged 12 papers"; other words stay as they are."""
        first, space, rest = self.label.partition(" ")
        return _DONE.get(first, first) + space + rest if self.tables else self.label

    @property
    def is_replay(self) -> bool:
        """Whether it is an undo or a redo of another step."""
        return self.label.startswith(("Undo: ", "Redo: "))

    def touches(self, *tables: str) -> bool:
        return not self.tables.isdisjoint(tables)
