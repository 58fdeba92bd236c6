"""Questions on lead times and on what changed, imported on the thread that asks them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from explorer.questions.lead_times import LeadTimes, Only
    from explorer.questions.views import WantedView
    from explorer.questions.whatsnew import News


def lead_times(reader, only: Only, is_methods: bool) -> LeadTimes:
    """Papers or methods with their first digest and conference."""
    from explorer.questions import lead_times

    return lead_times.lead_times(reader, only, is_methods)


def write_leads(found: LeadTimes, path: Path) -> Path:
    """Write a table as CSV; the file."""
    from explorer.ops.lead_files import write_lead_times

    write_lead_times(found, path)
    return path


def whats_new(reader, words: str) -> News:
    """What changed since what a person chose."""
    from explorer.questions.whatsnew import whats_new_since

    return whats_new_since(reader, words)


def news_view(reader, words: str) -> WantedView:
    """What is new, as a graph."""
    from explorer.questions.since import find_since
    from explorer.questions.whatsnew import news_view

    return news_view(reader, find_since(reader, words))
