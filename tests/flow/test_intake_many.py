"""Much at once comes to the card without a long step, and looking ends when nobody wants it any more."""

from explorer.model.incoming import Given
from tests.flow import material
from tests.flow.heartbeat import calmest, limit_ms
from tests.flow.intake_hand import card_of, is_listed


def test_a_folder_of_many_files_is_listed_without_a_long_step(window, tmp_path, settle, qtbot):
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(1_000):
        (folder / f"{number:04}.md").write_text(f"# Note {number}\n\nWords on things.\n", encoding="utf-8")

    def scene():
        window.acts.files.intake.take(Given((str(folder),)))
        qtbot.waitUntil(lambda: is_listed(window), timeout=20_000)
        card = card_of(window)
        assert card.model.rowCount() == 1_000
        card.table.scrollToBottom()
        qtbot.wait(300)
        card.close_up()
        settle(window)

    assert calmest(scene).longest_ms < limit_ms()


def test_closing_the_card_stops_the_looks(window, tmp_path, settle, qtbot):
    paths = []
    for number in range(30):
        path = tmp_path / f"{number}.md"
        path.write_text(material.week("May 6 - May 12", material.SECOND_ROWS) + f"\nWeek {number}\n", "utf-8")
        paths.append(str(path))
    window.acts.files.intake.take(Given(tuple(paths)))
    qtbot.waitUntil(lambda: is_listed(window), timeout=20_000)
    model = card_of(window).model
    rows = model.rows
    card_of(window).close_up()
    settle(window)
    assert sum(row.look is not None for row in rows) < 30 and not window.notice_bar.isVisible()


def test_a_window_that_is_closed_while_it_looks_ends(make_window, library, tmp_path, settle, qtbot):
    window = make_window()
    window.workspace.open(library)
    settle(window)
    path = tmp_path / "weeks.md"
    weeks = [material.week(f"May {day} - May {day}", material.SECOND_ROWS) for day in range(1, 29)]
    path.write_text("".join(weeks), encoding="utf-8")
    window.acts.files.intake.take(Given((str(path),)))
    qtbot.waitUntil(lambda: is_listed(window), timeout=20_000)
    window.close()
    assert not window.isVisible()
