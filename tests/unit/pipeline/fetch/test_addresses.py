"""Which machines the fetcher asks, and which it refuses."""

from __future__ import annotations

import socket

import pytest
from pytest_httpserver import HTTPServer

from explorer.errors import NetworkFailed
from explorer.pipeline.fetch.addresses import is_public
from explorer.pipeline.fetch.client import Fetcher, Limits
from tests.servers import FakeTime, ok, raw_server, sends

HERE = frozenset({"127.0.0.1"})


def _fetcher(fake: FakeTime, **limits: object) -> Fetcher:
    return Fetcher(Limits(**limits), clock=fake.clock, allowed=HERE)


@pytest.mark.parametrize(
    "target",
    [
        "http://127.0.0.2/",
        "http://10.0.0.1/",
        "http://169.254.169.254/latest/meta-data",
        "http://[::1]/",
        "http://[::ffff:127.0.0.9]/",
        "//192.168.1.1/",
        "file:///etc/hostname",
        "ftp://127.0.0.1/",
        "gopher://127.0.0.1/",
        "http://user:secret@127.0.0.1/",
        "javascript:alert(1)",
    ],
)
def test_a_redirect_to_a_private_address_or_another_scheme_is_refused(
    target: str, httpserver: HTTPServer, fake: FakeTime
) -> None:
    httpserver.expect_request("/a").respond_with_data("", status=302, headers={"Location": target})
    with pytest.raises(NetworkFailed, match=r"private network|no web address|user name"):
        _fetcher(fake).get(httpserver.url_for("/a"), fake)
    assert len(httpserver.log) == 1


def test_this_machine_is_refused_unless_it_is_allowed(httpserver: HTTPServer, fake: FakeTime) -> None:
    with pytest.raises(NetworkFailed, match=r"private network \(127\.0\.0\.1\)"):
        Fetcher(clock=fake.clock).get(httpserver.url_for("/a"), fake)
    assert httpserver.log == []


def _names(monkeypatch: pytest.MonkeyPatch, *answers: str) -> None:
    """Name look-ups give these addresses one after the other, the last one for ever."""
    left = list(answers)

    def look_up(host: str, port: int, *_: object, **__: object) -> list[tuple[object, ...]]:
        address = left.pop(0) if len(left) > 1 else left[0]
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port))]

    monkeypatch.setattr(socket, "getaddrinfo", look_up)


def test_a_public_name_with_a_private_address_is_refused(
    monkeypatch: pytest.MonkeyPatch, fake: FakeTime
) -> None:
    _names(monkeypatch, "192.168.0.7")
    with pytest.raises(
        NetworkFailed, match=r"papers\.example is a machine of a private network \(192\.168\.0\.7\)"
    ):
        _fetcher(fake).get("https://papers.example/list.json", fake)


def test_a_name_that_changes_its_address_after_the_check_gets_no_request(
    monkeypatch: pytest.MonkeyPatch, fake: FakeTime
) -> None:
    with raw_server(sends(ok(b"secret"))) as server:
        port = server.url.rsplit(":", 1)[1]
        _names(monkeypatch, "93.184.215.14", "127.0.0.1")
        with pytest.raises(NetworkFailed, match=r"private network \(127\.0\.0\.1\)"):
            Fetcher(clock=fake.clock).get(f"http://papers.example:{port}", fake)
    assert server.requests == []


def test_an_unknown_name_says_that_this_computer_may_be_offline(
    monkeypatch: pytest.MonkeyPatch, fake: FakeTime
) -> None:
    def unknown(*_: object, **__: object) -> None:
        raise socket.gaierror(-2, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    with pytest.raises(NetworkFailed, match=r"papers\.example was not found") as caught:
        _fetcher(fake).get("https://papers.example/", fake)
    assert "online" in caught.value.hint and fake.waits == []


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("93.184.215.14", True),
        ("2606:2800:21f:cb07:6820:80da:af6b:8b2c", True),
        ("64:ff9b::5db8:d70e", True),
        ("127.0.0.1", False),
        ("0.0.0.0", False),
        ("10.1.2.3", False),
        ("100.64.0.1", False),
        ("169.254.169.254", False),
        ("172.16.0.1", False),
        ("192.168.1.1", False),
        ("224.0.0.1", False),
        ("255.255.255.255", False),
        ("::1", False),
        ("::", False),
        ("fe80::1%eth0", False),
        ("fc00::1", False),
        ("ff02::1", False),
        ("::ffff:10.0.0.1", False),
        ("64:ff9b::a00:1", False),
        ("2002:7f00:1::", False),
    ],
)
def test_only_addresses_that_everybody_reaches_are_public(address: str, public: bool) -> None:
    assert is_public(address) is public


@pytest.mark.parametrize(
    "url", ["", "x", "file:///x", "http:///x", "http://[", "http://h:0/", "http://h:99999/"]
)
def test_what_is_no_web_address_is_said_in_words(url: str, fake: FakeTime) -> None:
    with pytest.raises(NetworkFailed, match="is no web address"):
        _fetcher(fake).get(url, fake)


def test_the_systems_proxy_is_used_and_local_names_are_still_refused(
    monkeypatch: pytest.MonkeyPatch, fake: FakeTime
) -> None:
    with raw_server(sends(ok(b"through the proxy"))) as proxy:
        monkeypatch.setenv("http_proxy", proxy.url)
        assert _fetcher(fake).get("http://papers.example/a", fake).data == b"through the proxy"
        assert proxy.requests[0].startswith(b"GET http://papers.example/a HTTP/1.1\r\n")
        for host in ("intranet", "printer.local", "10.0.0.1", "localhost"):
            with pytest.raises(NetworkFailed, match="private network"):
                _fetcher(fake).get(f"http://{host}/", fake)
        assert proxy.connections == 1


def test_passwords_out_of_netrc_are_not_sent(
    monkeypatch: pytest.MonkeyPatch, tmp_path, httpserver: HTTPServer, fake: FakeTime
) -> None:
    (tmp_path / "netrc").write_text("machine 127.0.0.1 login me password secret\n")
    monkeypatch.setenv("NETRC", str(tmp_path / "netrc"))
    httpserver.expect_request("/a").respond_with_data("fine")
    _fetcher(fake).get(httpserver.url_for("/a"), fake)
    assert "Authorization" not in httpserver.log[0][0].headers
