"""Start the window, or hand the words to the command line (also: ``python -m explorer``)."""

from __future__ import annotations

import errno
import sys
from collections.abc import Sequence
from pathlib import Path

from explorer import __version__
from explorer.cli.streams import OUTPUT, forget, speak_utf8

_UNWRITTEN = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO)


def main(argv: Sequence[str] | None = None) -> int:
    """Exit code of the window or of the verb that ``argv`` (default: the process's words) names."""
    speak_utf8()
    try:
        return _run(list(sys.argv[1:] if argv is None else argv))
    except KeyboardInterrupt:  # while something was loaded
        sys.stderr.write("Interrupted.\n")
        return 130
    except BrokenPipeError:  # the reader of a pipe has gone: nobody is left to tell
        forget(OUTPUT)
        return 0
    except OSError as error:
        if error.errno not in _UNWRITTEN or error.filename is not None:
            raise
        forget(OUTPUT)
        sys.stderr.write(f"What was to be told could not be written: {error.strerror}.\n")
        return 1


def _run(words: list[str]) -> int:
    if "--version" in words[:1]:
        sys.stdout.write(f"paper-explorer {__version__}\n")
        sys.stdout.flush()
        return 0
    from explorer import cli  # each branch pays for its own imports only

    first = next((word for word in words if word not in ("--json", "--quiet")), "")
    if first in cli.VERBS or first in ("--help", "-h"):
        return cli.main(words)
    if _is_no_file(first):
        return _say_what_it_may_be(first, sorted(cli.VERBS))
    from explorer.ui import app

    return app.main(words)


def _is_no_file(word: str) -> bool:
    """Whether a word looks like a verb that is spelt wrong, and not like a library."""
    path = Path(word)
    return word.replace("-", "").isalpha() and not word.startswith("-") and not path.exists()


def _say_what_it_may_be(word: str, verbs: Sequence[str]) -> int:
    from difflib import get_close_matches

    close = get_close_matches(word, verbs, 1)
    meant = f"Did you mean {close[0]}? " if close else ""
    sys.stderr.write(f"“{word}” is no verb and no library. {meant}paper-explorer --help lists the verbs.\n")
    return 2


if __name__ == "__main__":
    sys.exit(main())
