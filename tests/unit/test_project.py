"""Rules that hold for the project as a whole: layers, drawers, licences, sizes, no traces of a machine."""

import ast
import re
import subprocess
import sys
import tomllib
from importlib import import_module, metadata
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from explorer import __version__

ROOT = Path(__file__).resolve().parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
DRAWERS = {
    "importers": "IMPORTERS",
    "edges": "EDGES",
    "embedders": "EMBEDDERS",
    "layouts": "LAYOUTS",
    "exporters": "EXPORTERS",
}
MADE_BY_TOOLS = {".venv", ".venv-st", ".hypothesis", "build", "dist", "__pycache__"}


def our_files() -> list[Path]:
    """Files that git keeps; in a checkout without git, all that are not made by tools."""
    command = ["git", "ls-files", "-z"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if listed.returncode == 0:
        return [path for name in listed.stdout.split("\0") if name and (path := ROOT / name).is_file()]
    return [
        path for path in sorted(ROOT.rglob("*")) if path.is_file() and not MADE_BY_TOOLS & set(path.parts)
    ]


def python_files() -> list[Path]:
    return [path for path in our_files() if path.suffix == ".py"]


def test_layers_point_one_way_and_libraries_stay_in_their_rooms():
    # a process of its own: the graph of imports is built from the files, and import-linter keeps global state
    code = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(no_cache=True))"
    run = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    kept = re.findall(r"^(.*) KEPT", run.stdout, re.MULTILINE)
    assert run.returncode == 0, run.stdout + run.stderr
    assert len(kept) == len(PROJECT["tool"]["importlinter"]["contracts"])


@pytest.mark.parametrize("drawer", DRAWERS)
def test_files_of_a_drawer_do_not_know_each_other(drawer):
    parts = set(getattr(import_module(f"explorer.{drawer}"), DRAWERS[drawer]))
    for part in parts:
        others = {f"explorer.{drawer}.{other}" for other in parts - {part}}
        known = others & imported_names(ROOT / "explorer" / drawer / f"{part}.py")
        assert not known, f"{drawer}/{part}.py imports {sorted(known)}"


def imported_names(path: Path) -> set[str]:
    """Dotted names of everything that the file imports, modules and what is taken from them."""
    names = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            names |= {node.module} | {f"{node.module}.{alias.name}" for alias in node.names}
    return names


def test_nothing_in_the_default_install_is_under_the_gpl():
    refused = {name: stated for name, stated in stated_licences().items() if not is_free_enough(stated)}
    assert not refused, f"these say GPL, AGPL or nothing: {refused}"


def stated_licences() -> dict[str, str]:
    """Licence that each distribution states which the core dependencies bring here, by name."""
    todo = [Requirement(text) for text in PROJECT["project"]["dependencies"]]
    seen: set[tuple[str, str]] = set()
    stated = {}
    while todo:
        requirement = todo.pop()
        name = canonicalize_name(requirement.name)
        for extra in {"", *requirement.extras}:
            marker = requirement.marker
            if (name, extra) in seen or (marker and not marker.evaluate({"extra": ""})):
                continue
            seen.add((name, extra))
            distribution = metadata.distribution(name)
            stated[name] = licence_of(distribution)
            todo += wanted_by(distribution, extra)
    return stated


def wanted_by(distribution: metadata.Distribution, extra: str) -> list[Requirement]:
    """Requirements of the distribution with that extra, their markers already settled."""
    found = []
    for text in distribution.requires or []:
        requirement = Requirement(text)
        if requirement.marker is None or requirement.marker.evaluate({"extra": extra}):
            requirement.marker = None
            found.append(requirement)
    return found


def licence_of(distribution: metadata.Distribution) -> str:
    """SPDX expression if there is one, else the classifiers, else the first line of the free text."""
    about = distribution.metadata
    if expression := about.get("License-Expression"):
        return expression
    classifiers = [text for text in about.get_all("Classifier") or [] if text.startswith("License :: ")]
    classifiers = [text for text in classifiers if text != "License :: OSI Approved"]
    return " AND ".join(classifiers) or (about.get("License") or "").strip().partition("\n")[0]


def is_free_enough(stated: str) -> bool:
    """Whether one branch of the licence expression is free of GPL and AGPL."""
    copyleft = re.compile(r"(?<![A-Z])A?GPL|(?<!Lesser )(?<!Library )General Public License", re.IGNORECASE)
    branches = re.split(r"\bOR\b", stated.strip("() "))
    return stated not in ("", "UNKNOWN") and any(not copyleft.search(branch) for branch in branches)


@pytest.mark.parametrize(
    ("stated", "fine"),
    [
        ("MIT", True),
        ("LGPL-3.0-only OR GPL-2.0-only OR GPL-3.0-only", True),
        ("License :: OSI Approved :: GNU Lesser General Public License v3 (LGPLv3)", True),
        ("MPL-2.0 AND MIT", True),
        ("GPL-3.0-or-later", False),
        ("MIT AND AGPL-3.0-only", False),
        ("License :: OSI Approved :: GNU Affero General Public License v3", False),
        ("License :: OSI Approved :: GNU General Public License (GPL)", False),
        ("UNKNOWN", False),
        ("", False),
    ],
)
def test_a_licence_expression_passes_when_one_branch_is_free(stated, fine):
    assert is_free_enough(stated) is fine


def test_files_stay_readable_in_one_sitting():
    long = {
        str(path.relative_to(ROOT)): lines for path in python_files() if (lines := count_lines(path)) > 350
    }
    assert not long, f"files above 350 lines: {long}"


def count_lines(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def test_functions_stay_readable_at_a_glance():
    long = [place for path in python_files() for place in long_functions(path, 45)]
    assert not long, "functions above 45 lines without their docstring:\n" + "\n".join(long)


def long_functions(path: Path, limit: int) -> list[str]:
    """Places of the functions of the file that have more lines than ``limit``, docstrings not counted."""
    places = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            text = node.body[0] if ast.get_docstring(node, clean=False) is not None else None
            lines = node.end_lineno - node.lineno + 1 - (text.end_lineno - text.lineno + 1 if text else 0)
            if lines > limit:
                places.append(f"{path.relative_to(ROOT)}:{node.lineno} {node.name}: {lines}")
    return places


def test_no_file_names_a_machine_or_the_place_it_was_fetched_from():
    machine = "|".join(["wo" + "rk", "tm" + "p", "ro" + "ot", r"home/\w+", r"opt/\w+", r"Users/\w+"])
    hosts = "|".join(
        ["py" + r"pi\.org", "python" + r"hosted\.org", "npm" + r"js\.(org|com)", "deb" + r"\.debian\.org"]
    )
    trace = re.compile(rf"(?<![\w.*~)}}-])/({machine})\b|\b({hosts})")
    found = []
    for path in our_files():
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
        for number, line in enumerate(text.splitlines(), 1):
            if hit := trace.search(line):
                found.append(f"{path.relative_to(ROOT)}:{number} {hit.group()}")
    assert not found, "\n".join(found)


def test_readme_points_only_at_files_that_are_there():
    targets = re.findall(r"\]\((?!https?://|#)([^)#]+)", (ROOT / "README.md").read_text(encoding="utf-8"))
    missing = [target for target in targets if not (ROOT / target).exists()]
    assert not missing


def test_the_version_is_told_without_loading_qt():
    code = (
        "import sys; from explorer.__main__ import main; code = main(['--version']);"
        "sys.exit(code or any(name.startswith('PySide6') for name in sys.modules))"
    )
    run = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (run.returncode, run.stdout) == (0, f"paper-explorer {__version__}\n"), run.stderr


def test_the_verbs_are_loaded_without_qt_or_scipy():
    code = (
        "import sys; from explorer.cli.group import cli; from explorer.cli.verbs import VERBS;"
        "all(cli.get_command(None, verb) for verb in VERBS);"
        "sys.exit(' '.join(sorted({'PySide6', 'scipy', 'networkx', 'requests'} & set(sys.modules))) or 0)"
    )
    run = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
