"""The verbs and questions without a window.

Exit codes: 0 done, 1 failed, 2 usage, 3 partly done, 4 locked, 5 newer library, 130 interrupted.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence

VERBS = frozenset(
    (
        "init",
        "import",
        "enrich",
        "embed",
        "search",
        "similar",
        "more-like",
        "suggest",
        "reading-list",
        "compare-engines",
        "show",
        "method",
        "path",
        "bridges",
        "regions",
        "trends",
        "claims",
        "lifeline",
        "whatsnew",
        "tags",
        "tag-make",
        "tag-move",
        "tag-merge",
        "tag-split",
        "tag-describe",
        "tag-rule",
        "tag",
        "untag",
        "rename-tag",
        "delete-tag",
        "needs",
        "merge",
        "split",
        "apart",
        "settle",
        "links",
        "accept",
        "reject",
        "reopen",
        "correct",
        "state",
        "proposals",
        "alias",
        "merge-methods",
        "apart-methods",
        "rename-method",
        "set-kind",
        "note",
        "read",
        "views",
        "save-view",
        "rename-view",
        "delete-view",
        "undo",
        "redo",
        "export",
        "check",
        "dump",
        "backup",
        "backups",
        "restore",
        "rescue",
        "follow",
        "unfollow",
        "followed",
        "refresh",
        "sources",
    )
)


def main(argv: Sequence[str]) -> int:
    """Run one command line; its exit code. A person's mistake is said in words, without a traceback."""
    import click

    from explorer.cli.commands import cli  # the window looks at VERBS only: nothing heavy before this line
    from explorer.errors import Cancelled, ExplorerError

    try:
        code = cli.main(list(argv), prog_name="paper-explorer", standalone_mode=False)
    except ExplorerError as error:
        click.echo(f"{error.message} {error.hint}".strip(), err=True)
        return error.exit_code
    except click.ClickException as error:
        error.show()
        return 2
    except (KeyboardInterrupt, click.Abort):
        click.echo("Interrupted.", err=True)
        return Cancelled.exit_code
    except BrokenPipeError:  # the reader of a pipe has gone: nobody is left to tell
        sys.stderr.close()
        return 0
    return code if isinstance(code, int) else 0
