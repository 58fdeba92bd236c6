"""The command lines of the README run as they stand, one after the other, on the sample library."""

import re
import shlex
from pathlib import Path

import pytest

from explorer.__main__ import main
from tests.libraries import EVENTS, WEEKS_EN

README = Path(__file__).resolve().parents[3] / "README.md"


def command_lines():
    """The lines of the block after "From the command line": words without comments, pipes and "&&"."""
    text = README.read_text(encoding="utf-8").partition("### From the command line")[2]
    block = re.search(r"```\n(.*?)```", text, re.DOTALL)[1]
    for line in block.splitlines():
        for part in re.split(r"&&|\|", line):
            words = shlex.split(part, comments=True)
            if words[:1] == ["paper-explorer"]:
                yield words[1:]


@pytest.mark.slow
def test_command_lines_of_the_readme_run(tmp_path, monkeypatch, capfd, qapp):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "lists").mkdir()
    (tmp_path / "lists" / EVENTS.name).write_bytes(EVENTS.read_bytes())
    (tmp_path / "digest.md").write_bytes(WEEKS_EN.read_bytes())
    rows = "Titel,Autoren,Notiz\nThe Pond of Frogs,Ann Bee,x\nRound Things That Roll,Bob Cee,y\n"
    (tmp_path / "list.csv").write_text(rows, encoding="utf-8")
    lines = list(command_lines())
    assert len(lines) > 20
    for words in lines:
        assert main(words) == 0, (words, capfd.readouterr().err)
    made = {"list.md", "trends.csv", "picture.svg", "unread.svg", "notes"}
    assert made <= {path.name for path in tmp_path.iterdir()}
