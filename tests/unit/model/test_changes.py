"""A step is named by what it does before, and by what was done after."""

import pytest

from explorer.model import Changes

TABLES = frozenset({"tagging"})


@pytest.mark.parametrize(
    ("label", "done"),
    [
        ("Import week.md", "Imported week.md"),
        ("Tag 3 papers “日本語”", "Tagged 3 papers “日本語”"),
        ("Undo: Import week.md", "Undone: Import week.md"),
        ("“LoRA” is a method", "“LoRA” is a method"),
        ("Import", "Imported"),
    ],
)
def test_a_step_is_told_of_in_the_past_once_it_is_done(label, done):
    assert Changes(label, TABLES).done == done


def test_what_changed_nothing_is_told_as_it_is():
    assert Changes("Nothing new to import").done == "Nothing new to import"
    assert Changes("Keep “a” and “b” apart").done == "Keep “a” and “b” apart"
