"""The translations of the window: python -m tests.translate [LANGUAGE…]

reads the code, keeps what is translated in resources/translations/explorer_LANGUAGE.ts, and compiles
it to the .qm that the program loads.

Qt's own lupdate knows neither the short names that our modules give to ``translate`` (``_tr``, ``_``) nor the
context that they carry, so the texts are collected from the syntax tree here; lrelease is Qt's.
"""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree
from xml.sax.saxutils import escape

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "translations"
CODE = ("ui", "render")
_TRANSLATE = frozenset({"QT_TRANSLATE_NOOP", "translate", "translated"})

Text = tuple[str, str]  #: (context, source)


def texts() -> list[Text]:
    """Every text of the window that is to be translated, by context, in the order of the code."""
    files = sorted(path for part in CODE for path in (ROOT / "explorer" / part).rglob("*.py"))
    found = dict.fromkeys(text for file in files for text in _texts_of(file))
    return sorted(found, key=lambda text: text[0])


def _texts_of(file: Path) -> Iterator[Text]:
    tree = ast.parse(file.read_text(encoding="utf-8"), str(file))
    constants = {
        target.id: node.value.value
        for node in tree.body
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant)
        for target in node.targets
        if isinstance(target, ast.Name)
    }
    short = dict(_short_names(tree, constants))
    names = _TRANSLATE | _aliases(tree)
    for owner, call in _calls(tree, ""):
        name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
        words = [_string(argument, constants) for argument in call.args]
        if name == "tr" and words and words[0]:
            yield owner, words[0]
        elif name in short and words and words[0]:
            yield short[name], words[0]
        elif name in names and len(words) > 1 and words[0] and words[1]:
            yield words[0], words[1]


def _calls(node: ast.AST, owner: str) -> Iterator[tuple[str, ast.Call]]:
    for child in ast.iter_child_nodes(node):
        inside = child.name if isinstance(child, ast.ClassDef) else owner
        if isinstance(child, ast.Call):
            yield inside, child
        yield from _calls(child, inside)


def _short_names(tree: ast.Module, constants: dict[str, object]) -> Iterator[Text]:
    """Functions of a module that only translate, ``def _tr(text)``, with their context."""
    for node in tree.body:
        if not isinstance(node, ast.FunctionDef) or not isinstance(node.body[-1], ast.Return):
            continue
        call = node.body[-1].value
        if isinstance(call, ast.Call) and len(call.args) == 2 and isinstance(call.args[1], ast.Name):
            name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
            context = _string(call.args[0], constants)
            if name in _TRANSLATE and context:
                yield node.name, context


def _aliases(tree: ast.Module) -> set[str]:
    return {
        target.id
        for node in tree.body
        if isinstance(node, ast.Assign) and getattr(node.value, "id", "") in _TRANSLATE
        for target in node.targets
        if isinstance(target, ast.Name)
    }


def _string(node: ast.expr, constants: dict[str, object]) -> str:
    value = constants.get(node.id) if isinstance(node, ast.Name) else getattr(node, "value", None)
    return value if isinstance(value, str) else ""


def translations(file: Path) -> dict[Text, str]:
    """What a .ts file has translated."""
    if not file.exists():
        return {}
    found: dict[Text, str] = {}
    for context in ElementTree.parse(file).getroot().iter("context"):
        for message in context.iter("message"):
            words = message.findtext("translation") or ""
            if words:
                found[context.findtext("name") or "", message.findtext("source") or ""] = words
    return found


def written(language: str, known: dict[Text, str]) -> str:
    """The .ts file of all texts; what has no translation yet is marked as unfinished."""
    lines = ['<?xml version="1.0" encoding="utf-8"?>', "<!DOCTYPE TS>"]
    lines.append(f'<TS version="2.1" language="{language}" sourcelanguage="en">')
    last = ""
    for context, source in texts():
        if context != last:
            lines += ["</context>"] if last else []
            lines += ["<context>", f"    <name>{escape(context)}</name>"]
        last = context
        words = known.get((context, source), "")
        mark = "" if words else ' type="unfinished"'
        lines.append(f"    <message><source>{escape(source)}</source>")
        lines.append(f"        <translation{mark}>{escape(words)}</translation></message>")
    return "\n".join([*lines, "</context>", "</TS>", ""])


def compile_to(source: Path, target: Path) -> None:
    """Let lrelease write the .qm of a .ts file."""
    tool = Path(sys.executable).with_name("pyside6-lrelease")
    subprocess.run([tool, "-silent", source, "-qm", target], check=True, timeout=60)


def main(languages: list[str]) -> int:
    for language in languages or [file.stem.removeprefix("explorer_") for file in FOLDER.glob("*.ts")]:
        file = FOLDER / f"explorer_{language}.ts"
        known = translations(file)
        file.write_text(written(language, known), encoding="utf-8", newline="\n")
        compile_to(file, file.with_suffix(".qm"))
        missing = [text for text in texts() if text not in known]
        print(f"{file.name}: {len(texts()) - len(missing)} of {len(texts())} texts translated")
        for context, source in missing:
            print(f"  {context}: {source!r}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
