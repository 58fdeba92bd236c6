"""The window: shows what the questions answer, starts what the operations do. No SQL and no network here."""

from explorer.render.quick_imports import spare_sources

spare_sources()
