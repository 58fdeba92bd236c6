"""The table of what rises and declines."""

from PySide6.QtCore import Qt

from explorer.questions.trends import Trend
from explorer.ui.models.trend_model import COLUMNS, TrendModel

SPOKEN = Qt.ItemDataRole.AccessibleTextRole
WIDE = "Top Papers of the Week (April 29 - May 5)"


def test_signs_say_in_words_what_they_mean_and_long_names_leave_room(qapp):
    model = TrendModel()
    model.show((Trend("mamba", 0.0, 0.2, 1.0, 4.0, 0.01, True, (), (1, 2)),), ("ICML 2024", WIDE))
    way, sure, after = (COLUMNS.index(name) for name in ("way", "sure", "to"))
    shown = [model.index(0, column).data() for column in (way, sure)]
    assert shown == ["▲", "✓"]
    assert [model.index(0, column).data(SPOKEN) for column in (way, sure)] == ["rising", "sure"]
    heads = [model.headerData(column, Qt.Orientation.Horizontal, SPOKEN) for column in (way, after, sure)]
    assert heads == ["Way", WIDE, "How sure"]
    assert len(model.headerData(after, Qt.Orientation.Horizontal)) < 20
