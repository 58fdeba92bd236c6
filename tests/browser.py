"""A headless Chromium for the tests, spoken to through two pipes (Chrome DevTools protocol): no port."""

from __future__ import annotations

import base64
import fcntl
import json
import os
import select
import shutil
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

_FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
    "--window-size=1440,900",
    "--remote-debugging-pipe",
)
_DEADLINE_S = 60.0


class Browser:
    """One page. ``events`` keeps everything that the browser told of its own accord."""

    def __init__(self, write: int, read: int) -> None:
        self._write, self._read = write, read
        self._buffer = b""
        self._last = 0
        self._session: str | None = None
        self.events: list[dict] = []

    def open(self, path: Path) -> None:
        """Show a file and wait until it is loaded."""
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        self._session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Network", "Log", "Runtime", "Page"):
            self.call(f"{domain}.enable")
        self.call("Page.navigate", url=path.resolve().as_uri())
        while not any(event["method"] == "Page.loadEventFired" for event in self.events):
            self._receive()

    def run(self, script: str) -> object:
        """Value of an expression in the page."""
        answer = self.call("Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in answer:
            raise AssertionError(answer["exceptionDetails"])
        return answer["result"].get("value")

    def click(self, x: float, y: float) -> None:
        for kind in ("mousePressed", "mouseReleased"):
            self.call("Input.dispatchMouseEvent", type=kind, x=x, y=y, button="left", clickCount=1)

    def screenshot(self, path: Path) -> None:
        path.write_bytes(base64.b64decode(self.call("Page.captureScreenshot")["data"]))

    def requests(self) -> list[str]:
        """Every address that was asked for."""
        return [
            e["params"]["request"]["url"] for e in self.events if e["method"] == "Network.requestWillBeSent"
        ]

    def complaints(self) -> list[str]:
        """Errors and warnings of the console, refusals by the page's policy among them."""
        told = [e["params"] for e in self.events]
        logged = [p["entry"]["text"] for p in told if p.get("entry", {}).get("level") in ("error", "warning")]
        thrown = [str(p["exceptionDetails"]) for p in told if "exceptionDetails" in p]
        return (
            logged
            + thrown
            + [str(p["args"]) for p in told if p.get("type") in ("error", "warning", "assert")]
        )

    def call(self, method: str, **params: object) -> dict:
        self._last += 1
        message = {"id": self._last, "method": method, "params": params}
        if self._session and not method.startswith("Target."):
            message["sessionId"] = self._session
        os.write(self._write, json.dumps(message).encode() + b"\0")
        while (answer := self._receive()).get("id") != self._last:
            pass
        if "error" in answer:
            raise AssertionError(f"{method}: {answer['error']}")
        return answer["result"]

    def _receive(self) -> dict:
        until = time.monotonic() + _DEADLINE_S
        while b"\0" not in self._buffer:
            ready, _, _ = select.select([self._read], [], [], max(until - time.monotonic(), 0))
            if not ready:
                raise AssertionError("The browser does not answer.")
            piece = os.read(self._read, 1 << 20)
            if not piece:
                raise AssertionError("The browser has ended.")
            self._buffer += piece
        raw, _, self._buffer = self._buffer.partition(b"\0")
        message = json.loads(raw)
        if "method" in message:
            self.events.append(message)
        return message


@contextmanager
def headless_browser(profile: Path) -> Iterator[Browser]:
    """A browser with an empty profile; skips the test where none is installed."""
    program = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if program is None:
        pytest.skip("no Chromium is installed: the page was not opened in a browser")
    from_test, to_browser = os.pipe()
    from_browser, to_test = os.pipe()
    pid = _spawn([program, *_FLAGS, f"--user-data-dir={profile}"], from_test, to_test)
    try:
        yield Browser(to_browser, from_browser)
    finally:
        os.close(to_browser)
        os.close(from_browser)
        os.kill(pid, signal.SIGTERM)
        os.waitpid(pid, 0)


def _spawn(command: list[str], read: int, write: int) -> int:
    """Process id of the browser, with the pipes as descriptors 3 and 4, where the protocol wants them."""
    high = [fcntl.fcntl(fd, fcntl.F_DUPFD_CLOEXEC, 10) for fd in (read, write)]
    actions = [(os.POSIX_SPAWN_OPEN, fd, os.devnull, os.O_RDWR, 0) for fd in (0, 1, 2)]
    actions += [(os.POSIX_SPAWN_DUP2, fd, place) for place, fd in zip((3, 4), high, strict=True)]
    pid = os.posix_spawn(command[0], command, os.environ, file_actions=actions)
    for fd in (read, write, *high):
        os.close(fd)
    return pid
