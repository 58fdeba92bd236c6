"""What is said of that which came in and of columns of lists, for the translators."""

from PySide6.QtCore import QT_TRANSLATE_NOOP

_ = QT_TRANSLATE_NOOP
_IN = "Said"

INTAKE = (
    # what a column of a list may hold
    _(_IN, "title"),
    _(_IN, "conference or journal"),
    _(_IN, "year or date"),
    _(_IN, "OpenReview id"),
    _(_IN, "links"),
    _(_IN, "abstract"),
    _(_IN, "decision"),
    _(_IN, "track or session"),
    # why it is thought to
    _(_IN, "its name"),
    _(_IN, "a word of its name"),
    _(_IN, "the likeliest of them"),
    _(_IN, "chosen"),
    _(_IN, "long texts"),
    _(_IN, "words, nearly all different"),
    # why a thing cannot come in
    _(_IN, "{name} holds no files."),
    _(_IN, "{name} is a picture, which is not read."),
    _(_IN, "“{name}” names no edition."),
    _(_IN, "The list has no column “{name}”."),
)
