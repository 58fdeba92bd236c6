from explorer.ui.models.palette_model import Entry, ranked

COMMANDS = (
    Entry("Undo", command="edit.undo"),
    Entry("Export the view…", command="file.export"),
    Entry("Tag…", command="edit.tag"),
)
HITS = (Entry("RAG", node=7), Entry("Tagging at scale", node=8))


def test_nothing_typed_shows_all_commands_in_their_order():
    assert ranked("  ", COMMANDS, HITS) == COMMANDS


def test_a_command_that_is_named_stands_before_what_the_library_holds():
    assert [entry.title for entry in ranked("tag", COMMANDS, HITS)] == ["Tag…", "RAG", "Tagging at scale"]


def test_a_command_that_only_fits_stands_behind_it():
    assert [entry.title for entry in ranked("view", COMMANDS, HITS)][-1] == "Export the view…"


def test_what_the_library_adds_later_does_not_move_the_first_row():
    assert ranked("undo", COMMANDS, ())[0] == ranked("undo", COMMANDS, HITS)[0]
