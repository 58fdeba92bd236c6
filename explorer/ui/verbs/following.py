"""What is done with followed sources, imported on the thread that runs it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING

from explorer.model import Changes
from explorer.ui.dialogs.import_sheet import Planned

if TYPE_CHECKING:
    from explorer.ops.following import Followed, RefreshReport
    from explorer.ops.public_sources import PublicSource
    from explorer.ops.task import CancelToken, Progress


@dataclass(frozen=True, slots=True)
class Refreshed:
    """Attributes:
    changes: What views hear.
    has_asked: Whether a source was one of the network.
    """

    report: RefreshReport
    changes: Changes
    has_asked: bool


def followed(reader) -> tuple[Followed, ...]:
    """What is followed, in the order in which it was."""
    from explorer.ops import following

    return tuple(following.followed_sources(reader))


def public_sources() -> tuple[PublicSource, ...]:
    """Where public lists and digests are had."""
    from explorer.ops import public_sources

    return public_sources.public_sources()


def follow(store, words: tuple[str, ...], name: str = "", edition: str = "") -> Changes:
    """Follow sources."""
    from explorer.ops import following

    return following.follow(store, words, name, edition)


def unfollow(store, sources: tuple[int, ...]) -> Changes:
    """Follow sources no more."""
    from explorer.ops import following

    return following.unfollow(store, sources)


def refresh(session, sources: tuple[int, ...], progress: Progress, cancel: CancelToken) -> Refreshed:
    """Read followed sources again."""
    from explorer.ops import following
    from explorer.ops.importing import IMPORTED

    report = following.refresh(session, sources, progress, cancel)
    is_new = any(source.outcome == following.NEW for source in report.sources)
    has_asked = any(not PurePath(source.source).is_absolute() for source in report.sources)
    tables = frozenset({"followed"}) | (IMPORTED if is_new else frozenset())
    return Refreshed(report, Changes("", tables), has_asked)


def get(reader, source: PublicSource, progress: Progress, cancel: CancelToken) -> Planned:
    """Fetch a public source; what importing it would do."""
    from explorer.ops import importing
    from explorer.pipeline.report import report

    wish = importing.Wish((source.address,), edition=source.edition)
    made = importing.plan(reader, wish, progress, cancel)
    importing.require_something(made)
    return Planned(made, report(made))
