"""Standard output and standard error: their encoding, and what happens when nobody reads them."""

from __future__ import annotations

import os
import sys
from io import TextIOWrapper

OUTPUT, ERRORS = 1, 2  #: numbers of the streams


def speak_utf8() -> None:
    """What is told is UTF-8 in every locale; bytes of a file name that are no text stand as ``\\udcff``."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def forget(stream: int) -> None:
    """Send what a stream still has to write to nowhere, or Python fails once more when it ends."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream)
    os.close(nowhere)
