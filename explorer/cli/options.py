"""Arguments and options that many verbs take, worded once."""

from __future__ import annotations

from pathlib import Path

import click

library_argument = click.argument("path", metavar="LIBRARY", type=click.Path(path_type=Path, dir_okay=False))
json_option = click.option("--json", "as_json", is_flag=True, help="One JSON document on standard output.")
quiet_option = click.option("--quiet", is_flag=True, help="No progress on standard error.")
reason_option = click.option("--reason", default="", help="Why; kept with the decision.")
