"""What every verb of the command line takes, and what the list of them costs."""

import ast
import json
import subprocess
import sys
from pathlib import Path

import click
import pytest

import explorer.cli
from explorer.__main__ import main
from explorer.cli.group import cli
from explorer.cli.verbs import SECTIONS, VERBS
from tests.libraries import WEEK_JA, WEEKS_EN
from tests.terminal import run


def test_every_command_that_stands_in_a_module_is_a_verb_and_the_other_way_round():
    folder = Path(explorer.cli.__file__).parent
    made = [
        node
        for path in folder.glob("*commands.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef)
        and any("click.command" in ast.unparse(d) for d in node.decorator_list)
    ]
    assert len(made) == len(VERBS) == sum(len(verbs) for verbs in SECTIONS.values())
    context = click.Context(cli)
    assert [cli.get_command(context, verb).name for verb in VERBS] == list(VERBS)


@pytest.mark.parametrize("verb", sorted(VERBS))
def test_every_verb_takes_json_and_quiet(verb):
    options = [name for option in cli.get_command(click.Context(cli), verb).params for name in option.opts]
    assert options.count("--json") == options.count("--quiet") == 1


def test_help_lists_every_verb_and_loads_none():
    code = (
        "import sys; from explorer.__main__ import main; main(['--help']);"
        "sys.exit(' '.join(sorted({'PySide6', 'numpy', 'sqlite3', 'requests'} & set(sys.modules))) or 0)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=False, timeout=60
    )
    assert done.returncode == 0, done.stderr
    first = {line.split()[0] for line in done.stdout.splitlines() if line.strip()}
    assert set(VERBS) <= first


def test_json_and_quiet_may_stand_before_the_verb(tmp_path, capsys):
    library = str(tmp_path / "a.db")
    assert main(["init", library]) == 0
    capsys.readouterr()
    assert main(["--json", "--quiet", "import", library, str(WEEK_JA)]) == 0
    out, err = capsys.readouterr()
    assert len(json.loads(out)["documents"]) == 1 and err == ""


def test_every_step_answers_in_json_with_its_name(tmp_path, capsys):
    library = tmp_path / "a.db"
    assert json.loads(run(capsys, "init", library, "--json")[1])["library"] == str(library)
    run(capsys, "import", library, WEEK_JA, WEEKS_EN, "--quiet")
    steps = [
        ("tag", "context / 文脈", "KAN"),
        ("tag-make", "long", "--description", "Long ones"),
        ("tag-move", "long", "context / 文脈"),
        ("tag-describe", "long", "Longer ones"),
        ("tag-rule", "long", "attention"),
        ("tag-rule", "long", "--remove"),
        ("tag-split", "context / 文脈", "new", "KAN"),
        ("tag-merge", "new", "long"),
        ("rename-tag", "long", "longer"),
        ("untag", "longer", "KAN"),
        ("delete-tag", "longer"),
        ("undo",),
        ("redo",),
        ("follow", WEEK_JA),
        ("unfollow", WEEK_JA),
    ]
    for verb, *words in steps:
        code, out, _ = run(capsys, verb, library, *words, "--json")
        assert code == 0, verb
        answer = json.loads(out)
        assert set(answer) == {"done", "nodes", "changed"} and answer["changed"], verb


def test_backups_and_exports_answer_in_json_with_their_files(tmp_path, capsys, monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    library, copy, out_file = tmp_path / "a.db", tmp_path / "b.db", tmp_path / "out.csv"
    run(capsys, "init", library)
    assert json.loads(run(capsys, "backup", library, copy, "--json")[1])["backup"] == str(copy)
    kept = json.loads(run(capsys, "backup", library, "--json")[1])["backup"]
    assert Path(kept).is_file()
    assert json.loads(run(capsys, "backup", library, "--json")[1])["backup"] is None
    restored = json.loads(run(capsys, "restore", library, "--json")[1])
    assert restored["backup"] == kept and Path(restored["kept"]).is_file()
    written = json.loads(run(capsys, "export", library, out_file, "--json")[1])
    assert written["path"] == str(out_file) and written["nodes"] == 0


def test_a_dump_is_json_whether_asked_for_or_not(tmp_path, capsys):
    library = tmp_path / "a.db"
    run(capsys, "init", library)
    assert run(capsys, "dump", library, "--json") == run(capsys, "dump", library)


def test_links_of_a_method_are_those_of_the_dump(tmp_path, capsys):
    library = tmp_path / "a.db"
    run(capsys, "init", library, "--sample")
    dumped = json.loads(run(capsys, "dump", library)[1])
    for concept in dumped["concepts"][:20]:
        told = json.loads(run(capsys, "method", library, concept["id"], "--json")[1])["links"]
        stated = [link for link in dumped["links"] if concept["id"] in (link["subject"], link["object"])]
        assert [{key: link[key] for key in stated[0]} for link in _sorted(told)] == _sorted(stated)


def _sorted(links):
    return sorted(links, key=lambda link: (link["subject"], link["predicate"], link["object"]))


def test_names_of_trends_have_the_three_languages(tmp_path, capsys):
    library = tmp_path / "a.db"
    run(capsys, "init", library)
    run(capsys, "tag-make", library, "pruning / 枝刈り")
    (trend,) = json.loads(run(capsys, "dump", library)[1])["trends"]
    assert trend["names"] == {"en": "pruning", "ja": "枝刈り", "zh": None}
