"""Sentences of the layers below on snapshots, for the translators."""

from PySide6.QtCore import QT_TRANSLATE_NOOP

_ = QT_TRANSLATE_NOOP
_IN = "Said"

SNAPSHOTS = (
    _(_IN, "Save the snapshot “{name}”"),
    _(_IN, "Rename the snapshot “{name}” to “{other}”"),
    _(_IN, "Note on the snapshot “{name}”"),
    _(_IN, "Delete the snapshot “{name}”"),
    _(_IN, "The note says this already"),
    _(_IN, "The view shows nothing."),
    _(_IN, "Show something first."),
    _(_IN, "There is a snapshot “{name}” already."),
    _(_IN, "There is no snapshot “{name}”."),
    _(_IN, "“{name}” may be several snapshots."),
    _(_IN, "No snapshot is saved yet."),
    _(_IN, "Save one first: Ctrl+S in the window, or snapshot save."),
    _(_IN, "Snapshots: {name}."),
    _(_IN, "A snapshot needs a name."),
    _(_IN, "A snapshot cannot be called “{name}”."),
    _(_IN, "“last” is the newest one, “now” today."),
    _(_IN, "A snapshot's name has at most {n} characters."),
    _(_IN, "The snapshot was saved by a newer version."),
    _(_IN, "What the snapshot showed cannot be read."),
    _(_IN, "Restore a backup of the library from before."),
)
