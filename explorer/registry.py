"""Drawers of interchangeable parts: one file in the package is one part."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator, Mapping
from typing import TypeVar

T = TypeVar("T")


class Registry(Mapping[str, T]):
    """Parts of one kind, found by looking at the files of one package.

    Each module of the package defines a constant named ``attribute`` (for
    example ``EXPORTER``). The module name is the part's id; a name that starts
    with ``_`` is shared code of the drawer and no part.

    Args:
        package: Dotted name of the package that is the drawer.
        attribute: Name of the constant that each part defines.
        first: Ids that come first; the rest follow in alphabetical order.
        shared: Modules of the package that are no parts.
    """

    def __init__(
        self, package: str, attribute: str, first: tuple[str, ...] = (), shared: tuple[str, ...] = ()
    ) -> None:
        self._package = package
        self._attribute = attribute
        self._first = first
        self._shared = shared
        self._parts: dict[str, T] | None = None

    def _load(self) -> dict[str, T]:
        if self._parts is None:
            package = importlib.import_module(self._package)
            names = sorted(module.name for module in pkgutil.iter_modules(package.__path__))
            names = [n for n in names if not n.startswith("_") and n not in self._shared]
            names.sort(key=lambda n: self._first.index(n) if n in self._first else len(self._first))
            self._parts = {
                name: getattr(importlib.import_module(f"{self._package}.{name}"), self._attribute)
                for name in names
            }
        return self._parts

    def __getitem__(self, part_id: str) -> T:
        return self._load()[part_id]

    def __iter__(self) -> Iterator[str]:
        return iter(self._load())

    def __len__(self) -> int:
        return len(self._load())
