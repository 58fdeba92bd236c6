from explorer.ui.models.palette_model import RECENT_SHOWN, Entry, ranked, remembered

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


def test_nothing_typed_begins_with_what_was_taken_last():
    recent = remembered(remembered((), HITS[0]), Entry("Undo: Tag x", command="edit.undo"))
    titles = [entry.title for entry in ranked("", COMMANDS, (), recent)]
    assert titles == ["Undo", "RAG", "Export the view…", "Tag…"]


def test_what_was_taken_is_remembered_once_without_what_was_said_of_it_then():
    recent = remembered(remembered((), Entry("RAG", node=7, detail="a passage")), Entry("RAG", node=7))
    assert recent == (Entry("RAG", node=7),)
    many = ()
    for node in range(20):
        many = remembered(many, Entry(str(node), node=node + 1))
    assert len(many) == RECENT_SHOWN and many[0].node == 20


def test_a_command_that_is_offered_no_more_is_not_among_the_last():
    recent = (Entry("Saved view 1: old", command="view.saved1"), Entry("mine", view="mine"))
    assert ranked("", COMMANDS, (), recent) == COMMANDS
