"""What goes to which stream, and what happens where one is closed, full or of another encoding."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from explorer.cli import main
from explorer.cli.speak import show_lines
from explorer.ops.library import ask
from explorer.questions.dump import dump
from tests.libraries import EVENTS, WEEK_JA
from tests.terminal import run

VERB = (sys.executable, "-m", "explorer")
BARE = {key: value for key, value in os.environ.items() if not key.startswith(("LC_", "LANG", "PYTHON"))}


def spoken(*words, env=BARE, **streams):
    """A finished process of its own, its streams as bytes."""
    streams = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "stdin": subprocess.DEVNULL, **streams}
    return subprocess.run([*VERB, *map(str, words)], env=env, check=False, timeout=120, **streams)


@pytest.fixture(scope="module")
def library(tmp_path_factory):
    path = tmp_path_factory.mktemp("日本 語") / "文庫 a.db"
    assert main(["init", str(path)]) == 0
    assert main(["import", str(path), str(WEEK_JA), str(EVENTS), "--quiet"]) == 0
    return path


@pytest.mark.parametrize("words", [("dump",), ("tags", "--json"), ("check",)])
def test_progress_and_answers_go_apart_and_nothing_is_coloured(library, words):
    verb, *rest = words
    done = spoken(verb, library, *rest)
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"\x1b" not in done.stdout


def test_an_import_tells_progress_on_standard_error_alone_and_none_where_quiet(library):
    told = spoken("import", library, WEEK_JA, "--dry-run", "--json")
    assert b"Done" in told.stderr and b"\x1b" not in told.stderr
    assert len(json.loads(told.stdout)["documents"]) == 1
    quiet = spoken("import", library, WEEK_JA, "--dry-run", "--json", "--quiet")
    assert quiet.stderr == b"" and quiet.stdout == told.stdout


@pytest.mark.parametrize(
    "extra", [{"LC_ALL": "C"}, {"LC_ALL": "C", "PYTHONIOENCODING": "ascii"}, {"PYTHONIOENCODING": "cp1252"}]
)
def test_answers_are_utf8_in_every_locale(library, extra):
    done = spoken("dump", library, env=BARE | extra)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["documents"][0]["language"] == "ja"
    assert (
        spoken("show", library, "注意機構 のない語", env=BARE | extra).stderr.decode().count("注意機構") == 1
    )


@pytest.mark.skipif(sys.platform != "linux", reason="file names of other systems are text")
def test_a_file_whose_name_is_no_text_is_read_and_its_library_opened(tmp_path):
    library, file = (
        os.fsdecode(bytes(tmp_path) + b"/a\xff.db"),
        os.fsdecode(bytes(tmp_path) + b"/week\xff.txt"),
    )
    Path(file).write_bytes(WEEK_JA.read_bytes())
    assert main(["init", str(library)]) == 0
    done = spoken("import", library, file, "--json", "--quiet")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["documents"][0]["source"] == "week\N{REPLACEMENT CHARACTER}.txt"
    assert main(["check", library]) == 0


@pytest.mark.parametrize("words", [("dump",), ("search", "a"), ("--help",)])
def test_a_pipe_that_is_closed_ends_a_verb_in_silence(library, words):
    verb, *rest = words
    reading, writing = os.pipe()
    os.close(reading)
    try:
        done = spoken(verb, *([] if verb == "--help" else [library]), *rest, stdout=writing)
    finally:
        os.close(writing)
    assert (done.returncode, done.stderr) == (0, b"")


def test_an_import_goes_on_where_nobody_hears_its_progress(tmp_path):
    library = tmp_path / "a.db"
    assert main(["init", str(library)]) == 0
    reading, writing = os.pipe()
    os.close(reading)
    try:
        assert spoken("import", library, WEEK_JA, stderr=writing).returncode == 0
    finally:
        os.close(writing)
    assert len(ask(library, dump)["documents"]) == 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no full device")
@pytest.mark.parametrize("words", [("dump",), ("--version",)])
def test_an_answer_that_does_not_fit_is_said_in_words(library, words):
    with Path("/dev/full").open("wb") as full:
        done = spoken(*words, *([library] if words == ("dump",) else []), stdout=full)
    assert done.returncode == 1
    assert b"No space left" in done.stderr and b"Traceback" not in done.stderr


def test_closed_standard_input_is_said_in_words(library, capsys, monkeypatch):
    monkeypatch.setattr("sys.stdin", None)
    code, _, err = run(capsys, "import", library, "-")
    assert code == 1 and "Standard input is closed" in err


def test_what_a_terminal_would_obey_is_not_told(capsys):
    show_lines(["a \x1b[31mred\x1b[0m title", "two\nlines", "a\ttab"])
    assert (
        capsys.readouterr().out
        == "a \N{REPLACEMENT CHARACTER}[31mred\N{REPLACEMENT CHARACTER}[0m title\ntwo lines\na\ttab\n"
    )


def _heed_interrupts():
    """A suite that runs in the background of a shell hands on that they are ignored."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@pytest.mark.skipif(sys.platform == "win32", reason="signals are sent in another way")
def test_an_interrupt_is_no_traceback_and_has_its_exit_code(library):
    process = subprocess.Popen(
        [*VERB, "import", str(library), "-", "--json"], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        stderr=subprocess.PIPE, env=BARE, preexec_fn=_heed_interrupts,
    )  # fmt: skip
    process.stdin.write(b"half of it" * 100_000)  # more than a pipe holds: it is being read
    process.stdin.flush()
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=60)
    assert (process.returncode, out) == (130, b"") and b"Traceback" not in err


@pytest.mark.parametrize(
    "words",
    [
        ("search", "x", "--limit", "0"),
        ("similar", "x", "-k", "-3"),
        ("show", "x", "--papers", "-1"),
        ("show", "x", "--at", "-1"),
        ("needs", "--limit", "0"),
        ("proposals", "-n", "0"),
        ("export", "o.svg", "--scheme", "green"),
    ],
)
def test_a_value_that_no_option_has_is_a_wrong_use(library, capsys, words):
    verb, *rest = words
    code, out, err = run(capsys, verb, library, *rest)
    assert (code, out) == (2, "") and rest[-1].lstrip("-") in err


@pytest.mark.parametrize(("part", "start"), [("csv", b"\xef\xbb\xbf"), ("svg", b"<?xml"), ("bib", b"%")])
def test_a_view_goes_to_standard_output_as_it_goes_into_a_file(library, tmp_path, part, start):
    done = spoken("export", library, "-", "--format", part)
    assert (done.returncode, done.stderr) == (0, b""), done.stderr
    assert done.stdout.startswith(start)
    assert main(["export", str(library), str(tmp_path / f"out.{part}")]) == 0
    assert done.stdout == (tmp_path / f"out.{part}").read_bytes()


@pytest.mark.parametrize("more", [(), ("--format", "csv", "--json"), ("--format", "obsidian")])
def test_standard_output_takes_one_thing_whose_format_is_named(library, capsys, more):
    code, out, _ = run(capsys, "export", library, "-", *more)
    assert (code, out) == (2, "") and not Path("-").exists()


def test_a_screenshot_takes_json_and_quiet_as_every_verb_does(library, tmp_path):
    drawn = tmp_path / "画面.png"
    done = spoken(library, "--screenshot", drawn, "--json", "--quiet")
    assert (done.returncode, done.stderr) == (0, b"")
    assert json.loads(done.stdout) == {"screenshot": str(drawn)} and drawn.is_file()
