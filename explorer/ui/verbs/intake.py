"""What the card of an import asks, imported on the thread that runs it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explorer.ui.dialogs.import_sheet import Planned

if TYPE_CHECKING:
    from collections.abc import Sequence

    from explorer.model.incoming import Choice, Given, Thing
    from explorer.ops.looking import Look
    from explorer.ops.task import CancelToken, Progress


def things_of(_reader, given: Given, cancel: CancelToken) -> tuple[Thing, ...]:
    """All that came, one by one; what came so far where a person stops."""
    from explorer.errors import Cancelled
    from explorer.ops import incoming
    from explorer.ops.clock import now

    try:
        return incoming.things_of(given, cancel, now()[:10])
    except Cancelled:
        return ()


def look(reader, thing: Thing, choice: Choice, cancel: CancelToken) -> Look | None:
    """What one of them is and what would come in."""
    from explorer.ops import looking

    return looking.look(reader, thing, choice, cancel)


def plan(reader, chosen: Sequence[tuple[Thing, Choice]], progress: Progress, cancel: CancelToken) -> Planned:
    """What importing them would do; raises ImportFailed where not one can be read."""
    from explorer.ops import importing, intake
    from explorer.pipeline.report import report

    made = intake.plan_things(reader, chosen, progress, cancel)
    importing.require_something(made)
    return Planned(made, report(made))
