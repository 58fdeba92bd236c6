"""Start the window, or hand the words to the command line (also: ``python -m explorer``)."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from explorer import __version__


def main(argv: Sequence[str] | None = None) -> int:
    """Exit code of the window or of the verb that ``argv`` (default: the process's words) names."""
    words = list(sys.argv[1:] if argv is None else argv)
    if "--version" in words[:1]:
        sys.stdout.write(f"paper-explorer {__version__}\n")
        return 0
    from explorer import cli  # each branch pays for its own imports only

    first = next((word for word in words if word not in ("--json", "--quiet")), "")
    if first in cli.VERBS or first in ("--help", "-h"):
        return cli.main(words)
    from explorer.ui import app

    return app.main(words)


if __name__ == "__main__":
    sys.exit(main())
