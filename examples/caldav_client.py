# SPDX-License-Identifier: MIT
"""What caldav_sync.py needs of CalDAV: a connection to one server (RFC 4791), with the standard library alone.

It checks certificates, waits at most half a minute for anything to come and five for the whole of an answer, follows redirects on
the same host only, and reads no XML that may be a bomb."""
from __future__ import annotations

import base64
import http.client
import ipaddress
import ssl
import time
import xml.etree.ElementTree as ET
from typing import Dict, Iterator, NamedTuple, Optional, Set, Tuple
from urllib.parse import SplitResult, quote, unquote, urljoin, urlsplit

TIMEOUT, MOST_SECONDS = 30, 300  # without a byte; for one answer
MOST_BYTES = 32 << 20  # of one answer
DAV, CALDAV = "{DAV:}", "{urn:ietf:params:xml:ns:caldav}"
EXPLAINED = {401: "the user name or the password is not accepted", 403: "this user may not do that", 404: "there is nothing there",
             405: "this is no calendar", 429: "it is busy; try again later", 503: "it is busy; try again later", 507: "it is full"}


class ServerError(Exception):
    """The server cannot be reached, or says something with which there is no going on."""


class Answer(NamedTuple):
    status: int
    etag: str
    body: bytes


class NoDoctype(ET.TreeBuilder):
    """Nothing of CalDAV has a document type; what has one may be a bomb of entities."""

    def doctype(self, name: str, pubid: Optional[str], system: Optional[str]) -> None:
        raise ServerError("its answer has a document type")


class Server:
    """One connection to one host: the password goes nowhere else."""

    def __init__(self, url: str, user: str, password: str) -> None:
        try:
            parts = urlsplit(url)
            good = parts.scheme in ("https", "http") and parts.hostname and not parts.username and parts.port != 0
        except ValueError:
            good = False
        if not good or not parts.hostname:
            raise ServerError("the address must be https://host/path, without a user name")
        if parts.scheme == "http" and not is_this_computer(parts.hostname):
            raise ServerError("http is not encrypted: use https")
        self.url, self.host, self.path = url, parts.hostname, parts.path or "/"
        self.connection = (http.client.HTTPConnection(parts.hostname, parts.port, timeout=TIMEOUT) if parts.scheme == "http" else
                           http.client.HTTPSConnection(parts.hostname, parts.port, timeout=TIMEOUT,
                                                       context=ssl.create_default_context()))
        self.login = "Basic " + base64.b64encode(f"{user}:{password}".encode()).decode()

    def send(self, method: str, path: str, body: Optional[bytes], headers: Dict[str, str]) -> Tuple[http.client.HTTPResponse, bytes]:
        """Sends it. A connection that the server has closed meanwhile is opened again: every request of ours may be repeated."""
        headers = {"Authorization": self.login, "User-Agent": "caldav-sync/1", **headers}
        path = quote(path, safe="/%?!$&'()*+,;=:@~")  # what a person types may have blanks and umlauts
        for again in (False, True):
            try:
                self.connection.request(method, path, body, headers)
                response = self.connection.getresponse()
                return response, read_all(response)
            except (http.client.HTTPException, OSError, ValueError) as error:
                self.connection.close()
                if again or not isinstance(error, (http.client.RemoteDisconnected, ConnectionError)):
                    raise ServerError(str(error) or type(error).__name__) from None
        raise AssertionError

    def ask(self, method: str, path: str, body: Optional[bytes] = None, **headers: str) -> Answer:
        """Sends it where the server wants it, but to no other host."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        for _ in range(4):
            response, data = self.send(method, path, body, named)
            if response.status not in (301, 302, 307, 308):
                return Answer(response.status, strong(response.getheader("ETag")), data)
            path = self.here(address(response.getheader("Location") or "", path).geturl())
        raise ServerError("it sends us round in circles")

    def here(self, link: str) -> str:
        """The path of a link, if it leads to this host."""
        target = address(link, self.url)
        if origin(target) != origin(urlsplit(self.url)):
            raise ServerError(f"it sends us to {target.scheme}://{target.netloc}, which does not get the password; "
                              "give that address if you trust it")
        return target.path

    def find(self, path: str, depth: int, *names: str) -> Iterator[Tuple[str, ET.Element]]:
        """PROPFIND: the path of each thing, and those of its properties that are there."""
        wanted = "".join(f'<p{i}:{name.split("}")[1]} xmlns:p{i}="{name[1:].split("}")[0]}"/>' for i, name in enumerate(names))
        answer = self.ask("PROPFIND", path, f'<d:propfind xmlns:d="DAV:"><d:prop>{wanted}</d:prop></d:propfind>'.encode(),
                          Depth=str(depth), Content_Type="application/xml; charset=utf-8")
        if answer.status != 207:
            raise ServerError(explain(answer.status))
        try:
            root = ET.fromstring(answer.body, ET.XMLParser(target=NoDoctype()))
        except (ET.ParseError, ValueError, LookupError):
            raise ServerError("its answer is no XML") from None
        for response in root.iter(DAV + "response"):
            if " 507" in (response.findtext(DAV + "status") or ""):
                raise ServerError("it lists only a part of the calendar")
            found = ET.Element("found")
            for part in response.iter(DAV + "propstat"):
                if " 200" in (part.findtext(DAV + "status") or ""):
                    found.extend(element for prop in part.iter(DAV + "prop") for element in prop)
            yield address(response.findtext(DAV + "href") or "").path, found

    def list(self) -> Dict[str, str]:
        """The ETag of each item of the calendar by its name."""
        found: Dict[str, str] = {}
        for path, properties in self.find(self.path, 1, DAV + "getetag"):
            folder, _, name = unquote(path).rpartition("/")
            if name.endswith(".ics") and folder + "/" == unquote(self.path):
                found[name] = strong(properties.findtext(DAV + "getetag"))
                if not found[name]:
                    raise ServerError("it gives no ETags")
        return found

    def item(self, name: str) -> str:
        return self.path + quote(name)


def address(link: str, base: str = "") -> SplitResult:
    """The parts of a link that the server has given."""
    try:
        parts = urlsplit(urljoin(base, link))
        good = parts.port != 0
    except ValueError:
        good = False
    if not good:
        raise ServerError("it gives an address that is none")
    return parts


def origin(parts: SplitResult) -> Tuple[str, Optional[str], Optional[int]]:
    """Whose it is, however it is spelt."""
    return parts.scheme, parts.hostname, parts.port or {"http": 80, "https": 443}.get(parts.scheme)


def read_all(response: http.client.HTTPResponse) -> bytes:
    """The body, unless there is no end to it."""
    data, end = bytearray(), time.monotonic() + MOST_SECONDS
    while True:
        piece = response.read1(1 << 16)
        data += piece
        if not piece:
            break
        if len(data) > MOST_BYTES:
            raise ServerError("its answer is too long")
        if time.monotonic() > end:
            raise ServerError("its answer takes too long")
    if response.length:
        raise http.client.IncompleteRead(bytes(data), response.length)
    response.close()
    return bytes(data)


def strong(etag: Optional[str]) -> str:
    """An ETag as If-Match takes it: what stands before the server may have weakened it by compressing."""
    return (etag or "").strip().removeprefix("W/")


def explain(status: int) -> str:
    return f"{EXPLAINED.get(status, http.client.responses.get(status, 'an answer that is unknown'))} ({status})"


def is_this_computer(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def calendars(server: Server, path: str, depth: int) -> Iterator[Tuple[str, Set[str]]]:
    """The calendars there, and what components each takes; none if it does not say."""
    for href, properties in server.find(path, depth, DAV + "resourcetype", CALDAV + "supported-calendar-component-set"):
        if properties.find(f"{DAV}resourcetype/{CALDAV}calendar") is not None:
            yield href, {str(component.get("name")) for component in properties.iter(CALDAV + "comp")}


def discover(server: Server, needs: Set[str]) -> None:
    """Makes the server's path that of a calendar: what was named, else the only one of the user's that takes what we have."""
    path, found = server.path, list(calendars(server, server.path, 0))
    if not found:
        for link in (DAV + "current-user-principal", CALDAV + "calendar-home-set"):
            for _, properties in server.find(path, 0, link):
                path = server.here(properties.findtext(f"{link}/{DAV}href") or path)
        found = list(calendars(server, path, 1))
    fit = [href for href, takes in found if not takes or needs <= takes]
    if not fit:
        raise ServerError(f"there is no calendar that takes {' and '.join(sorted(needs))}")
    if len(fit) > 1:
        raise ServerError("name one of these calendars: " + ", ".join(fit))
    server.path = fit[0].rstrip("/") + "/"
