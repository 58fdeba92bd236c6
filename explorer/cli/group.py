"""The group of all verbs: each is loaded when it is asked for."""

from __future__ import annotations

from importlib import import_module

import click

from explorer import __version__
from explorer.cli.verbs import SECTIONS, VERBS

_QUIET = click.Option(["--quiet"], is_flag=True, expose_value=False, help="No progress on standard error.")


class Verbs(click.Group):
    """Verbs by name, out of the modules that hold them; what all of them take is added here."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted(VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in VERBS:
            return None
        module = import_module(f"explorer.cli.{VERBS[cmd_name][0]}")
        (verb,) = (x for x in vars(module).values() if isinstance(x, click.Command) and x.name == cmd_name)
        if not any("--quiet" in option.opts for option in verb.params):
            verb.params.append(_QUIET)
        return verb

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The verbs by theme; none of them is loaded for it."""
        for heading, verbs in SECTIONS.items():
            with formatter.section(heading):
                formatter.write_dl([(verb, sentence) for verb, (_, sentence) in verbs.items()])


@click.group(
    cls=Verbs,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Exit codes: 0 done, 1 failed, 2 usage, 3 partly done, 4 library locked, "
    "5 library is from a newer version, 130 interrupted.",
)
@click.version_option(__version__, prog_name="paper-explorer", message="%(prog)s %(version)s")
def cli() -> None:
    """Paper Explorer without a window: every verb works on a LIBRARY file, and takes --json and --quiet.

    Without a verb the window opens: paper-explorer [LIBRARY] [--screenshot FILE] [--view JSON]
    [--scheme light|dark].
    """
