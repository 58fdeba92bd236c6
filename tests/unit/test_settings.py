import pytest

from explorer import settings
from explorer.errors import ExplorerError
from explorer.settings import Settings, from_table, load_settings, save_settings


def test_settings_come_back_as_they_were_written(tmp_path):
    path = tmp_path / "deep" / "settings.toml"
    written = Settings("dark", "ja", "130", "off", "lexical", ('/a/“論文”\\"x\x7f\n.db', "/b/c.db"))
    save_settings(written, path)
    assert load_settings(path) == written
    assert [file.name for file in path.parent.iterdir()] == ["settings.toml"]


def test_a_missing_file_gives_the_defaults(tmp_path):
    assert load_settings(tmp_path / "settings.toml") == Settings()


def test_values_out_of_range_or_of_another_type_fall_back_and_unknown_keys_are_left_alone(tmp_path):
    path = tmp_path / "settings.toml"
    path.write_text('version = 1\nscheme = "pink"\nmotion = 3\nengine = "lexical"\nrecent = [1]\nx = 1\n')
    assert load_settings(path) == Settings(engine="lexical")


@pytest.mark.parametrize("text", ["version = 99\n", "version = 0\n", "scheme = \n"])
def test_a_newer_or_broken_file_is_said_in_words(tmp_path, text):
    path = tmp_path / "settings.toml"
    path.write_text(text)
    with pytest.raises(ExplorerError):
        load_settings(path)
    assert path.read_text() == text


def test_an_older_file_is_led_on_version_by_version():
    def two(table):
        return {**table, "engine": table["model"]}

    def three(table):
        return {**table, "engine": table["engine"] + "_small"}

    assert from_table({"version": 1, "model": "e5"}, (two, three)).engine == "e5_small"
    assert from_table({"version": 3, "engine": "lexical"}, (two, three)).engine == "lexical"
    assert len(settings.MIGRATORS) == settings.VERSION - 1


def test_the_last_library_stands_first_and_once():
    opened = Settings().opened("/a").opened("/b").opened("/a")
    assert opened.recent == ("/a", "/b")
    for number in range(20):
        opened = opened.opened(str(number))
    assert len(opened.recent) == settings.RECENT_MAX


def test_a_folder_that_cannot_be_written_is_said_in_words(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(ExplorerError):
        save_settings(Settings(), tmp_path / "file" / "settings.toml")
