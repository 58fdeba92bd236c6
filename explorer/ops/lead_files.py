"""Lead times as a table for spreadsheets."""

from __future__ import annotations

import csv
from io import StringIO
from pathlib import Path

from explorer.exporters.safe import csv_cell, write_whole
from explorer.questions.lead_times import LeadTimes
from explorer.questions.lifeline_words import COLUMNS, lead_times_rows


def write_lead_times(found: LeadTimes, path: Path) -> None:
    """All rows as CSV, UTF-8 with a byte-order mark for Excel."""
    out = StringIO(newline="")
    rows = csv.writer(out, lineterminator="\r\n")
    rows.writerow(COLUMNS)
    for row in lead_times_rows(found):
        rows.writerow([csv_cell(cell) if isinstance(cell, str) else cell for cell in row])
    write_whole(path, "\ufeff" + out.getvalue())
