"""What ``.ci/setup.py`` does about a system that lacks something. No test installs anything."""

import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).resolve().parents[2] / ".ci" / "setup.py"

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the Makefile is for POSIX systems")


@pytest.fixture
def setup(monkeypatch, tmp_path):
    """The script as a module, for a checkout in an empty folder, on a complete system."""
    spec = importlib.util.spec_from_file_location("project_setup", SCRIPT)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    shutil.copy(SCRIPT.parents[1] / "pyproject.toml", tmp_path)
    monkeypatch.setattr(module, "ROOT", tmp_path)
    monkeypatch.setattr(module, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(module, "PYTHON", tmp_path / ".venv" / "bin" / "python")
    monkeypatch.setattr(module, "loads", lambda soname: True)
    monkeypatch.setattr(module, "has_japanese_font", lambda: True)
    monkeypatch.setattr(shutil, "which", lambda name: f"/usr/bin/{name}")
    return module


@pytest.fixture
def called(monkeypatch) -> list[list[str]]:
    """Commands that would have been run, each with success."""
    commands = []
    monkeypatch.setattr(subprocess, "call", lambda command, **kwargs: commands.append(command) or 0)
    return commands


def test_a_complete_system_is_left_alone(setup, called, capsys):
    setup.complete_system()
    assert called == []
    assert capsys.readouterr().out == ""


def test_root_gets_what_is_missing_and_is_told_why_first(setup, called, capsys, monkeypatch):
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    monkeypatch.setattr(setup, "loads", lambda soname: soname != "libEGL.so.1")
    monkeypatch.setattr(setup, "has_japanese_font", lambda: False)
    setup.complete_system()
    said = capsys.readouterr().out.splitlines()
    assert [command[:2] for command in called] == [["apt-get", "update"], ["apt-get", "install"]]
    assert {"libegl1", "fonts-noto-cjk"} <= set(called[1])
    assert "libegl1" in said[0]
    assert "font" in said[1]
    assert said[2].startswith("set-up: Installing them")


def test_another_user_is_shown_the_line_to_type_and_stopped_where_qt_cannot_load(
    setup, called, capsys, monkeypatch
):
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    monkeypatch.setattr(setup, "loads", lambda soname: soname != "libEGL.so.1")
    with pytest.raises(SystemExit) as stopped:
        setup.complete_system()
    assert stopped.value.code == 1
    assert called == []
    assert "sudo apt-get install -y --no-install-recommends libegl1\n" in capsys.readouterr().out


def test_a_missing_font_does_not_stop_anybody(setup, called, capsys, monkeypatch):
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    monkeypatch.setattr(setup, "has_japanese_font", lambda: False)
    setup.complete_system()
    assert "sudo apt-get install -y --no-install-recommends fonts-noto-cjk" in capsys.readouterr().out


def test_a_missing_venv_module_names_its_package(setup, called, capsys, monkeypatch):
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    monkeypatch.setattr(setup, "can_make_venv", lambda: False)
    with pytest.raises(SystemExit):
        setup.complete_system()
    assert f"python3.{sys.version_info[1]}-venv" in capsys.readouterr().out


def test_an_old_python_hands_over_to_a_newer_one(setup, called, monkeypatch):
    monkeypatch.setattr(sys, "version_info", (3, 9, 2))
    with pytest.raises(SystemExit) as stopped:
        setup.main(["test"])
    assert stopped.value.code == 0
    assert called[-1][0] == "/usr/bin/python3.20"
    assert called[-1][2:] == ["test"]


def test_an_old_python_alone_is_refused_with_the_way_out(setup, monkeypatch, capsys):
    monkeypatch.setattr(sys, "version_info", (3, 9, 2))
    monkeypatch.setattr(shutil, "which", lambda name: None)
    with pytest.raises(SystemExit) as stopped:
        setup.main([])
    assert stopped.value.code == 1
    assert "make run PYTHON=" in capsys.readouterr().out


def test_installing_happens_once_and_again_when_the_project_or_the_extras_change(setup, called, tmp_path):
    (tmp_path / ".venv").mkdir()
    setup.install(["test"])
    setup.install([])
    setup.install(["test"])
    assert [command[-1] for command in called] == [f"{tmp_path}[test]"]
    setup.install(["bench"])
    assert called[1][-1] == f"{tmp_path}[bench,test]"
    with (tmp_path / "pyproject.toml").open("a", encoding="utf-8") as project:
        project.write("# changed\n")
    setup.install([])
    assert called[2][-1] == f"{tmp_path}[bench,test]"


def test_a_failed_installation_is_not_remembered(setup, monkeypatch, tmp_path, capsys):
    (tmp_path / ".venv").mkdir()
    monkeypatch.setattr(subprocess, "call", lambda command, **kwargs: 1)
    with pytest.raises(SystemExit):
        setup.install([])
    assert list((tmp_path / ".venv").iterdir()) == []
    assert "pip could not finish" in capsys.readouterr().out


def test_libraries_and_fonts_are_found_by_looking():
    spec = importlib.util.spec_from_file_location("project_setup", SCRIPT)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    assert not module.loads("libno-such-library.so.7")
    assert isinstance(module.has_japanese_font(), bool)
