"""Tests run without a screen, without network and on real SQLite."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
