"""The verbs and questions without a window.

Exit codes: 0 done, 1 failed, 2 usage, 3 partly done, 4 locked, 5 newer library, 130 interrupted.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from explorer.cli.verbs import VERBS

__all__ = ["VERBS", "main"]

_EVERYWHERE = ("--json", "--quiet")


def main(argv: Sequence[str]) -> int:
    """Run one command line; its exit code. A person's mistake is said in words, without a traceback."""
    import click

    from explorer.cli.group import cli  # the window looks at VERBS only: nothing heavy before this line
    from explorer.errors import Cancelled, ExplorerError

    try:
        with cli.make_context("paper-explorer", _behind_the_verb(argv)) as context:
            code = cli.invoke(context)
    except click.exceptions.Exit as told:  # help, version
        return told.exit_code
    except ExplorerError as error:
        click.echo(f"{error.message} {error.hint}".strip(), err=True)
        return error.exit_code
    except click.ClickException as error:
        error.show()
        return 2
    except (KeyboardInterrupt, click.Abort):
        click.echo("Interrupted.", err=True)
        return Cancelled.exit_code
    return code if isinstance(code, int) else 0


def _behind_the_verb(argv: Sequence[str]) -> list[str]:
    """The words of a command line where what every verb takes may also stand before the verb."""
    front = list(takewhile(_EVERYWHERE.__contains__, argv))
    rest = list(argv[len(front) :])
    return [*rest[:1], *front, *rest[1:]]
