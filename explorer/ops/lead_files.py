"""Lead times as a table for spreadsheets."""

from __future__ import annotations

from pathlib import Path

from explorer.exporters.safe import csv_text, write_whole
from explorer.questions.lead_times import LeadTimes
from explorer.questions.lifeline_words import COLUMNS, lead_times_rows


def write_lead_times(found: LeadTimes, path: Path) -> None:
    """All rows as CSV, UTF-8 with a byte-order mark for Excel."""
    write_whole(path, csv_text(COLUMNS, lead_times_rows(found)))
