"""What is said of the network by the layers below, for the translators."""

from PySide6.QtCore import QT_TRANSLATE_NOOP

_ = QT_TRANSLATE_NOOP
_IN = "Said"

NETWORK = (
    _(_IN, "{name}: {why}"),
    # completing papers
    _(_IN, "Complete {n} papers from {name}"),
    _(_IN, "Complete 1 paper from {name}"),
    _(_IN, "Asking {name}"),
    _(_IN, "Asking {name}: {n} completed"),
    _(_IN, "Asked"),
    _(_IN, "Asked: {n} completed"),
    # papers that were offered for a title
    _(_IN, "{name} has a paper of this title; no author, edition or date says that it is this one"),
    _(_IN, "Accept {name} for “{other}”"),
    _(_IN, "Refuse {name} for “{other}”"),
    _(_IN, "it is the paper that was offered for its title"),
    _(_IN, "It is decided already."),
    # addresses that are not asked
    _(_IN, "{name} is no web address."),
    _(_IN, "Give one that begins with http:// or https://."),
    _(_IN, "Addresses with a user name or password are not asked."),
    _(_IN, "Download the file yourself and import it."),
    _(_IN, "{name} is a machine of a private network ({id}); it is not asked."),
    _(_IN, "{name} is a machine of a private network; it is not asked."),
    _(_IN, "The name {name} was not found."),
    _(_IN, "Check the address, and that this computer is online."),
    # servers that misbehave
    _(_IN, "{name} has no valid certificate."),
    _(_IN, "Check the address and the clock of this computer."),
    _(_IN, "{name} answered with status {n} ({what})."),
    _(_IN, "Check the address."),
    _(_IN, "{name} sent nothing."),
    _(_IN, "{name} cannot be reached."),
    _(_IN, "{name} does not answer."),
    _(_IN, "{name} takes no connections."),
    _(_IN, "{name} cut the connection."),
    _(_IN, "Try again later."),
    _(_IN, "Try again after that."),
    _(_IN, "{why} It asks to be left alone for {n} seconds."),
    _(_IN, "{why} It asks to be left alone for {n} minutes."),
    _(_IN, "The server sends from one address to the next."),
    _(_IN, "The server sends to something that is no address."),
    _(_IN, "The server sends too slowly."),
    _(_IN, "The server packed its answer as {name}, which nobody asked for."),
    _(_IN, "The server's answer is damaged."),
    _(_IN, "The answer is larger than {n} MB."),
    # arXiv and OpenReview
    _(_IN, "arXiv answered with an error: {error}."),
    _(_IN, "Check the ids."),
    _(_IN, "arXiv answered with a list that cannot be read."),
    _(_IN, "arXiv answered with nothing."),
    _(_IN, "arXiv answered with a web page instead of a list of papers."),
    _(_IN, "arXiv's list of papers is incomplete."),
    _(_IN, "arXiv answered with {name}, for which nobody asked."),
    _(_IN, "It was left out."),
    _(_IN, "OpenReview answered with something that is no list of notes."),
)
