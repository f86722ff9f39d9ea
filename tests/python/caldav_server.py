# SPDX-License-Identifier: MIT
"""CalDAV servers on loopback, each behind a proxy that remembers what was asked and may put something in between; and a
client of a few lines to look at them with."""
from __future__ import annotations

import base64
import contextlib
import http.client
import http.server
import re
import shutil
import socket
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import Callable, Iterator, Mapping, Sequence, Union

import pytest

from common import FULL, found

USER, PASSWORD = "pat", "correct horse"
LOGIN = {"Authorization": "Basic " + base64.b64encode(f"{USER}:{PASSWORD}".encode()).decode()}
CALENDAR = {"Content-Type": "text/calendar; charset=utf-8"}
XML = {"Content-Type": "application/xml; charset=utf-8"}
#: Status, headers, body.
Answer = tuple[int, list[tuple[str, str]], bytes]
#: Method, name, status or WELL.
Write = tuple[str, str, Union[int, str]]
WELL = "well"  # servers differ in how they say it
MKCALENDAR = ('<C:mkcalendar xmlns:D="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav"><D:set><D:prop><C:supported-calendar-component-set>'
              "{}</C:supported-calendar-component-set></D:prop></D:set></C:mkcalendar>")


def program(name: str) -> str:
    """Its path; the test is skipped without it, unless everything is to be run."""
    path = shutil.which(name)
    if path is None and not FULL:
        pytest.skip(f"{name} is not installed")
    assert path, f"{name} is not installed"
    return path


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


class Collection:
    """A collection of a server, looked at directly: what any other client would do."""

    def __init__(self, port: int, path: str) -> None:
        self.port, self.path = port, path

    def ask(self, method: str, name: str = "", body: bytes | None = None, **headers: str) -> tuple[int, str | None, bytes]:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        try:
            named = {key.replace("_", "-"): value for key, value in headers.items()}
            connection.request(method, self.path + name, body, {**LOGIN, **named})
            response = connection.getresponse()
            return response.status, response.getheader("ETag"), response.read()
        finally:
            connection.close()

    def make(self, *components: str) -> None:
        body = MKCALENDAR.format("".join(f'<C:comp name="{name}"/>' for name in components))
        assert self.ask("MKCALENDAR", body=body.encode(), **XML)[0] == 201

    def names(self) -> dict[str, str]:
        """The ETag of each item."""
        body = b'<propfind xmlns="DAV:"><prop><getetag/></prop></propfind>'
        status, _, answer = self.ask("PROPFIND", body=body, Depth="1", **XML)
        assert status == 207
        tags = {}
        for response in re.findall(r"<(?:\w+:)?response>.*?</(?:\w+:)?response>", answer.decode(), re.S):
            href = found(r"href>([^<]*)<", response)[1]
            if not href.endswith("/"):
                tags[href.rpartition("/")[2]] = found(r"getetag>([^<]*)<", response)[1].replace("&quot;", '"')
        return tags

    def get(self, name: str) -> bytes:
        status, _, body = self.ask("GET", name)
        assert status == 200
        return body

    def put(self, name: str, body: bytes) -> None:
        status, _, answer = self.ask("PUT", name, body, **CALENDAR)
        assert status in (200, 201, 204), (status, answer)

    def edit(self, name: str, change: Callable[[bytes], bytes]) -> None:
        """Changes an item as a client does that knows only what it changes."""
        self.put(name, change(self.get(name)))

    def bodies(self) -> dict[str, bytes]:
        return {name: self.get(name) for name in self.names()}


class Server:
    """A server process, and the proxy before it. `home`: where a user's calendars are; `asks`: for a password; `sets`:
    whether it remembers what components a collection takes. `asked` has (method, path, headers, status) of each request through the proxy;
    `meddle(method, path)` is called before one is passed on, and what it returns is the answer: (status, headers, body)."""

    def __init__(self, process: subprocess.Popen[bytes], port: int, folder: Path) -> None:
        self.process, self.port, self.folder = process, port, folder
        self.asked: list[tuple[str, str, dict[str, str], int]] = []
        self.meddle: Callable[[str, str], Answer | None] | None = None
        self.home, self.asks, self.sets = "/", False, False
        server = self

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            disable_nagle_algorithm = True

            def pass_on(self) -> None:
                body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
                answer = server.meddle(self.command, self.path) if server.meddle else None
                answer = answer or forward(server.port, self.command, self.path, dict(self.headers), body)
                server.asked.append((self.command, self.path, dict(self.headers), answer[0]))
                self.send_response_only(answer[0])
                for name, value in answer[1]:
                    if name.lower() not in ("connection", "transfer-encoding", "content-length", "keep-alive"):
                        self.send_header(name, value)
                self.send_header("Content-Length", str(len(answer[2])))
                self.end_headers()
                self.wfile.write(answer[2])

            do_GET = do_PUT = do_DELETE = do_PROPFIND = do_REPORT = do_MKCALENDAR = do_OPTIONS = do_PROPPATCH = pass_on

            def log_message(self, *_: object) -> None:
                pass

        class Proxy(http.server.ThreadingHTTPServer):
            def handle_error(self, *_: object) -> None:
                """A meddler has raised something: the connection breaks."""

        self.proxy = Proxy(("127.0.0.1", 0), Handler)
        self.proxy.daemon_threads = True
        threading.Thread(target=self.proxy.serve_forever, args=(0.05,), daemon=True).start()

    def url(self, path: str = "") -> str:
        return f"http://127.0.0.1:{self.proxy.server_port}{path}"

    def writes(self) -> list[Write]:
        """What was written or deleted since it was last asked: [(method, name, status, or WELL)]."""
        writes: list[Write] = [(method, path.rpartition("/")[2], WELL if status < 300 else status)
                               for method, path, _, status in self.asked if method in ("PUT", "DELETE")]
        self.asked.clear()
        return writes

    def close(self) -> None:
        self.proxy.shutdown()
        self.proxy.server_close()
        self.process.terminate()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait(10)


def forward(port: int, method: str, path: str, headers: Mapping[str, str], body: bytes) -> Answer:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    try:
        connection.request(method, path, body, {**headers, "Connection": "close"})
        response = connection.getresponse()
        return response.status, response.getheaders(), response.read()
    finally:
        connection.close()


def wait_for(process: subprocess.Popen[bytes], port: int, log: Path) -> bool:
    for _ in range(600):
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
            return True
        if process.poll() is not None:
            return False  # somebody else was faster to take the port
        time.sleep(0.05)
    raise AssertionError(f"it does not start: {log.read_text()}")


@contextlib.contextmanager
def running(folder: Path, words: Sequence[str]) -> Iterator[Server]:
    """A server that is started with these words, {port} among them; it does not outlive the block."""
    log = folder / "server.log"
    for _ in range(3):
        port = free_port()
        with log.open("wb") as out:
            process = subprocess.Popen([word.replace("{port}", str(port)) for word in words], cwd=folder, stdout=out, stderr=out,
                                       stdin=subprocess.DEVNULL)
        server = Server(process, port, folder)
        try:
            if wait_for(process, port, log):
                yield server
                return
        finally:
            server.close()
    raise AssertionError(f"it does not start: {log.read_text()}")


@contextlib.contextmanager
def radicale(folder: Path) -> Iterator[Server]:
    """With a password, and the rights of an owner."""
    (folder / "users").write_text(f"{USER}:{PASSWORD}\n")
    (folder / "config").write_text("[auth]\ntype = htpasswd\nhtpasswd_filename = users\nhtpasswd_encryption = plain\ndelay = 0\n"
                                   "[rights]\ntype = owner_only\n[storage]\nfilesystem_folder = collections\n")
    with running(folder, [sys.executable, program("radicale"), "--config", "config", "--server-hosts", "127.0.0.1:{port}"]) as server:
        server.home, server.asks, server.sets = f"/{USER}/", True, True
        yield server


@contextlib.contextmanager
def xandikos(folder: Path) -> Iterator[Server]:
    """Without passwords."""
    with running(folder, [sys.executable, program("xandikos"), "-d", "store", "--defaults", "-p", "{port}", "-l", "127.0.0.1",
                          "--current-user-principal", f"/{USER}/"]) as server:
        server.home, server.asks, server.sets = f"/{USER}/calendars/", False, False
        yield server
