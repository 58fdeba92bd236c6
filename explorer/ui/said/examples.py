"""What is said of tags, suggestions and compared engines by the layers below, for the translators."""

from PySide6.QtCore import QT_TRANSLATE_NOOP

_ = QT_TRANSLATE_NOOP
_IN = "Said"

EXAMPLES = (
    # engines compared
    _(_IN, "Only one engine has been used here."),
    _(_IN, "Run embed with another one."),
    _(_IN, "Too few papers have vectors of both engines."),
    _(_IN, "Run embed with each of them."),
    # suggestions and reading lists
    _(_IN, "None of these is a paper that has been compared with the others."),
    _(_IN, "No paper carries the tag “{name}” yet."),
    _(_IN, "Tag a few papers first."),
    _(_IN, "These papers came after the last embed."),
    _(_IN, "Name an edition, a tag or a view with papers; after an import run embed."),
    # since when
    _(_IN, "“{name}” is no day, no step and no saved view."),
    _(_IN, "There is no day {name}."),
    # tags and their rules
    _(_IN, "There is no tag “{name}”."),
    _(_IN, "The tree of tags shows those that there are."),
    _(_IN, "{name} is not a colour."),
    _(_IN, "Write one such as #2a9d8f."),
    _(_IN, "Name two different ones."),
    _(_IN, "Move it up first."),
    _(_IN, "Name some that do."),
    _(_IN, "A description has at most {n} characters."),
    _(_IN, "Put the rest into a note."),
    _(_IN, 'Such as: "state space" or mamba'),
    _(_IN, "A rule has at most {n} characters."),
    _(_IN, "Take it away."),
    _(_IN, 'Write phrases as "in quotes".'),
    _(_IN, "Close it."),
    # trends
    _(_IN, "Fewer than two of these have papers."),
)
