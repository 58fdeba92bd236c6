"""The time of an operation."""

from datetime import UTC, datetime


def now() -> str:
    """ISO 8601, UTC, whole seconds."""
    return datetime.now(UTC).replace(microsecond=0).isoformat()
