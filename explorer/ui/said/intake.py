"""What is said of that which came in and of columns of lists, for the translators."""

from PySide6.QtCore import QT_TRANSLATE_NOOP

_ = QT_TRANSLATE_NOOP
_IN = "Said"

INTAKE = (
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
    _(_IN, "{name} is data of another program, which is not read."),
    _(_IN, "{name} is a drawing that Paper Explorer made, which is not read."),
    _(_IN, "{name} is a page that Paper Explorer made, which is not read."),
    _(_IN, "{name} is a reading list that Paper Explorer made, which is not read."),
    _(_IN, "{name} is a note that Paper Explorer made, which is not read."),
    _(_IN, "{name} is a drawing of a graph, which is not read."),
    _(_IN, "Open the library itself, or import it as JSON-LD, BibTeX, RIS, CSL-JSON or CSV."),
    _(_IN, "“{name}” names no edition."),
    _(_IN, "The list has no column “{name}”."),
)

_FIELDS = "Fields"

#: what a column of a list may hold; words of their own, for "authors" elsewhere counts them
FIELDS = (
    _(_FIELDS, "title"),
    _(_FIELDS, "authors"),
    _(_FIELDS, "conference or journal"),
    _(_FIELDS, "year or date"),
    _(_FIELDS, "arXiv id"),
    _(_FIELDS, "DOI"),
    _(_FIELDS, "OpenReview id"),
    _(_FIELDS, "links"),
    _(_FIELDS, "abstract"),
    _(_FIELDS, "decision"),
    _(_FIELDS, "track or session"),
)
