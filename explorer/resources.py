"""Paths of the files that travel with the program, from source or installed."""

from pathlib import Path

from explorer.errors import ExplorerError

_PACKAGE = Path(__file__).parent
_ROOTS = (_PACKAGE, _PACKAGE.parent)  # installed wheel keeps both inside the package; a checkout beside it


def resource(*parts: str) -> Path:
    """Path of ``resources/<parts>``; raises ExplorerError where the installation lacks it."""
    return _find("resources", *parts)


def seed(*parts: str) -> Path:
    """Path of ``db/seed/<parts>``; raises ExplorerError where the installation lacks it."""
    return _find("db", "seed", *parts)


def _find(*parts: str) -> Path:
    for root in _ROOTS:
        path = root.joinpath(*parts)
        if path.exists():
            return path
    raise ExplorerError(f"The file {'/'.join(parts)} is missing.", "Install Paper Explorer again.")
