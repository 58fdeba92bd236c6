"""Which addresses may be asked: public ones, over http or https."""

from __future__ import annotations

import ipaddress
import socket
from urllib.parse import SplitResult, urlsplit

from explorer.errors import NetworkFailed

_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")
_LOCAL_NAMES = ("localhost", ".localhost", ".local", ".internal", ".home.arpa", ".lan")
_PORTS = {"http": 80, "https": 443}


def split_address(url: str) -> SplitResult:
    """The parts of an address that may be asked; raises NetworkFailed with the reason otherwise."""
    try:
        parts = urlsplit(url)
        known = parts.scheme in _PORTS and parts.hostname and parts.port != 0
    except ValueError:
        known = False
    if not known:
        raise NetworkFailed(
            f"{_shown(url)} is no web address.", "Give one that begins with http:// or https://."
        )
    if parts.username is not None or parts.password is not None:
        raise NetworkFailed(
            "Addresses with a user name or password are not asked.",
            "Download the file yourself and import it.",
        )
    return parts


def refuse_private(host: str, port: int, allowed: frozenset[str]) -> None:
    """Look the host up; raises NetworkFailed where any of its addresses is not a public one.

    Args:
        allowed: Addresses that are asked although they are private.
    """
    try:
        found = {str(ipaddress.ip_address(host))}
    except ValueError:
        found = _look_up(host, port)
    for address in sorted(found):
        refuse_address(address, host, allowed)


def refuse_address(address: str, host: str, allowed: frozenset[str]) -> None:
    """Raise NetworkFailed unless the IP address is public or allowed."""
    if address not in allowed and not is_public(address):
        raise NetworkFailed(
            f"{host} is a machine of a private network ({address}); it is not asked.",
            "Download the file yourself and import it.",
        )


def refuse_local_name(host: str, allowed: frozenset[str]) -> None:
    """The same where a proxy will look the name up: by what the name itself says."""
    try:
        refuse_address(str(ipaddress.ip_address(host)), host, allowed)
    except ValueError:
        name = host.lower().rstrip(".")
        if name.endswith(_LOCAL_NAMES) or "." not in name:
            raise NetworkFailed(
                f"{host} is a machine of a private network; it is not asked.",
                "Download the file yourself and import it.",
            ) from None


def is_public(address: str) -> bool:
    """Whether everybody can reach the IP address; one wrapped in an IPv6 address counts as itself."""
    ip = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(ip, ipaddress.IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None)
        if ip in _NAT64:
            inner = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(str(inner))
    return ip.is_global and not ip.is_multicast


def _look_up(host: str, port: int) -> set[str]:
    try:
        return {str(entry[4][0]) for entry in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)}
    except (socket.gaierror, UnicodeError) as error:
        raise NetworkFailed(
            f"The name {host} was not found.", "Check the address, and that this computer is online."
        ) from error


def port_of(parts: SplitResult) -> int:
    """The port that is asked."""
    return parts.port or _PORTS[parts.scheme]


def _shown(url: str) -> str:
    return url if len(url) <= 120 else url[:119] + "…"
