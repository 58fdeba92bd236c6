"""Errors a person can act on. Anything else that is raised is a bug."""


class ExplorerError(Exception):
    """Expected failure, shown to the user in words and not as a traceback.

    Args:
        message: One sentence saying what did not work.
        hint: One sentence saying what to do next, or "".
    """

    exit_code = 1  #: what the command line returns for it (INTERFACE: exit codes)

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class WrongUse(ExplorerError):
    """A word that names no format, layout, engine or edition: the command line was used wrongly."""

    exit_code = 2


class LibraryLocked(ExplorerError):
    """Another program is writing to the library."""

    exit_code = 4


class LibraryTooNew(ExplorerError):
    """The library was written by a newer version; it is left as it is."""

    exit_code = 5


class LibraryOld(ExplorerError):
    """The library was written by an older version; whoever may write has to open it first."""


class LibraryDamaged(ExplorerError):
    """The file is not a library, or SQLite cannot read it."""


class BackupPostponed(ExplorerError):
    """A backup has to wait: the library is being written to without a pause."""


class ImportFailed(ExplorerError):
    """A source is unreadable as a whole. Single bad records become Issues."""


class NotFound(ExplorerError):
    """A name, id or title matches nothing, or several things (the hint lists them)."""


class NetworkFailed(ExplorerError):
    """A server could not be asked, or answered with something else than asked for."""


class RequestRefused(NetworkFailed):
    """A server was reached and has nothing to give for this request.

    Args:
        status: The HTTP status, 4xx; 0 where the answer was an error in other words.
    """

    def __init__(self, message: str, hint: str = "", status: int = 0) -> None:
        super().__init__(message, hint)
        self.status = status


class Cancelled(ExplorerError):
    """The person stopped a task; whatever was committed before stays."""

    exit_code = 130
