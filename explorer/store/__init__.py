"""SQLite: every write, and the reads that others call by name; one noun per file."""

from explorer.store.engine import Reader, Store

__all__ = ["Reader", "Store"]
