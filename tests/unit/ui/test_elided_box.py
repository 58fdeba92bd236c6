"""A check box in little room."""

from explorer.ui.widgets.elided_box import ElidedCheckBox


def test_a_name_without_room_ends_in_an_ellipsis_and_is_whole_in_the_tooltip(qtbot):
    name = "ICML 2024 Workshop: Theory & Practice of Very Long Names"
    box = ElidedCheckBox(name)
    qtbot.addWidget(box)
    box.resize(150, 24)
    box.show()
    assert box.text().endswith("…") and len(box.text()) < len(name)
    assert box.accessibleName() == name and "Practice" in box.toolTip()
    box.resize(900, 24)
    assert box.text().replace("&&", "&") == name
