"""What is said of trends and claims by the layers below, for the translators."""

from PySide6.QtCore import QT_TRANSLATE_NOOP

_ = QT_TRANSLATE_NOOP
_IN = "Said"

TRENDS = (
    # what to know before one believes a comparison
    _(_IN, "No list of {name} is in the library."),
    _(_IN, "No list of {name} is in the library; documents name {n} of its papers."),
    _(_IN, "{name} has no papers."),
    _(_IN, "{n} of the papers stand in both, and count on both sides."),
    _(_IN, "Only one of the two has abstracts: methods are counted where titles name them."),
    # why a claim holds, does not hold, or cannot be checked
    _(_IN, "The document does not say between which editions."),
    _(_IN, "The list of {name} is missing."),
    _(_IN, "The list of {name} is missing ({n} of its papers are known)."),
    _(_IN, "The list of {name} is missing ({n} of its papers is known)."),
    _(_IN, "The list of {a} is missing and the list of {b} is missing."),
    _(_IN, "{n} of {m} titles of {a} ({x} %) → {j} of {k} titles of {b} ({y} %), q = {q}."),
    _(_IN, "{n} of {m} titles of {a} ({x} %) → {j} of {k} titles of {b} ({y} %): no title holds it."),
    _(_IN, "{n} of {m} titles of {a} ({x} %) → {j} of {k} titles of {b} ({y} %): its share rose."),
    _(_IN, "{n} of {m} titles of {a} ({x} %) → {j} of {k} titles of {b} ({y} %): its share declined."),
    _(_IN, "{n} of {m} titles of {a} ({x} %) → {j} of {k} titles of {b} ({y} %): its share stayed."),
    _(
        _IN,
        "{n} of {m} titles of {a} ({x} %) → {j} of {k} titles of {b} ({y} %): "
        "chance alone does as much in {p} of 100 cases.",
    ),
    # what is no set of papers
    _(_IN, "“{name}” is no set of papers."),
    _(_IN, "There is no week {name}."),
    _(_IN, "Both are the same papers."),
    _(_IN, "Choose another set for one of them."),
    _(
        _IN,
        "Name an edition, a digest's week, a year (2023), a month (2023-11), a week (2024-W18), "
        "a tag or a view.",
    ),
)
