"""Settings: what a person prefers, in one TOML file of the configuration folder."""

from __future__ import annotations

import json
import os
import tempfile
import tomllib
from collections.abc import Callable
from dataclasses import dataclass, field, fields, replace
from pathlib import Path

from platformdirs import user_config_path

from explorer.errors import ExplorerError

VERSION = 1  #: of the file; a migrator leads from each older one to the next
RECENT_MAX = 8

Table = dict[str, object]


@dataclass(frozen=True, slots=True)
class Field:
    """Attributes:
    label, help: For people; the window translates them.
    choices: Values allowed, or () where the type says it all.
    """

    label: str
    help: str
    choices: tuple[str, ...] = ()


SCHEME = Field("Appearance", "Light or dark, or as the system has it.", ("system", "light", "dark"))
LANGUAGE = Field("Language", "Of menus, panels and sheets, from the next start.", ("system", "en", "ja"))
TEXT_SIZE = Field(
    "Text size", "Of all texts and signs, from the next start.", ("system", "115", "130", "150")
)  #: per cent
MOTION = Field("Motion", "Glide when the view changes, or jump.", ("system", "on", "off"))
ENGINE = Field("Similarity engine", "What computes how alike two papers are.")
EXPORT_FORMAT = Field("Format", "Of the last export.")
EXPORT_FOLDER = Field("Folder", "Where the last export went.")
RECENT = Field("Libraries", "Libraries opened before, the last one first.")


@dataclass(frozen=True, slots=True)
class Settings:
    """Every field carries its ``Field`` under the metadata key "field"."""

    scheme: str = field(default="system", metadata={"field": SCHEME})
    language: str = field(default="system", metadata={"field": LANGUAGE})
    text_size: str = field(default="system", metadata={"field": TEXT_SIZE})
    motion: str = field(default="system", metadata={"field": MOTION})
    engine: str = field(default="e5_small", metadata={"field": ENGINE})
    recent: tuple[str, ...] = field(default=(), metadata={"field": RECENT})
    export_format: str = field(default="", metadata={"field": EXPORT_FORMAT})
    export_folder: str = field(default="", metadata={"field": EXPORT_FOLDER})

    def opened(self, library: str) -> Settings:
        """The same with ``library`` as the last one opened."""
        older = tuple(path for path in self.recent if path != library)
        return replace(self, recent=(library, *older)[:RECENT_MAX])


_FIELDS = {entry.name: entry for entry in fields(Settings)}

#: (from version, to the next): each takes the table of a file and returns it as the next version writes it
MIGRATORS: tuple[Callable[[Table], Table], ...] = ()


def settings_path() -> Path:
    """Where the settings of this person stand."""
    return user_config_path("paper-explorer") / "settings.toml"


def load_settings(path: Path) -> Settings:
    """The settings in ``path``; what is missing or out of range has its default.

    Raises:
        ExplorerError: The file is no TOML, cannot be read, or is from a newer version.
    """
    try:
        table: Table = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return Settings()
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ExplorerError(
            f"The settings in {path} cannot be read: {error}.", "Mend or delete it."
        ) from error
    return from_table(table, MIGRATORS)


def from_table(table: Table, migrators: tuple[Callable[[Table], Table], ...]) -> Settings:
    """Settings of a table of any version from 1 on; raises ExplorerError for one that is newer than all."""
    newest = len(migrators) + 1
    version = table.get("version", newest)
    if not isinstance(version, int) or not 1 <= version <= newest:
        raise ExplorerError("The settings were written by a newer version.", "Update Paper Explorer.")
    for migrate in migrators[version - 1 :]:
        table = migrate(table)
    recent = table.get("recent")
    return Settings(
        scheme=_word(table, "scheme"),
        language=_word(table, "language"),
        text_size=_word(table, "text_size"),
        motion=_word(table, "motion"),
        engine=_word(table, "engine"),
        export_format=_word(table, "export_format"),
        export_folder=_word(table, "export_folder"),
        recent=tuple(item for item in recent if isinstance(item, str)) if isinstance(recent, list) else (),
    )


def _word(table: Table, name: str) -> str:
    value, entry = table.get(name), _FIELDS[name]
    allowed = entry.metadata["field"].choices
    if isinstance(value, str) and value and (not allowed or value in allowed):
        return value
    return str(entry.default)


def save_settings(settings: Settings, path: Path) -> None:
    """Write the file whole; raises ExplorerError where the folder cannot be written."""
    lines = [f"version = {VERSION}"]
    lines += [f"{entry.name} = {_toml(getattr(settings, entry.name))}" for entry in fields(Settings)]
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=path.name)
        try:
            with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
                file.write("\n".join(lines) + "\n")
            Path(name).replace(path)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise ExplorerError(f"The settings cannot be written: {error}.", f"Check {path.parent}.") from error


def _toml(value: str | tuple[str, ...]) -> str:
    if isinstance(value, str):
        # a JSON string is a TOML string but for DEL; surrogates of odd file names have no UTF-8
        clean = value.encode("utf-8", "ignore").decode("utf-8")
        return json.dumps(clean, ensure_ascii=False).replace("\x7f", "\\u007f")
    return "[" + ", ".join(_toml(item) for item in value) + "]"
