"""A server on this machine that takes whatever dashboards' collectors send, and remembers it."""

from __future__ import annotations

import gzip
import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


@dataclass
class Collector:
    """The server, as a test sees it."""

    url: str = ""
    #: Method, path, body.
    requests: list[tuple[str, str, bytes]] = field(default_factory=list)

    def bodies(self, path: str) -> list[bytes]:
        """What was sent to paths that contain a text."""
        return [body for _, where, body in self.requests if path in where]


class Recorder(BaseHTTPRequestHandler):
    """Answers whatever it is asked, and remembers the question."""

    collector: Collector

    def answer(self) -> None:
        """Take one request."""
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        if self.headers.get("Content-Encoding") == "gzip":
            body = gzip.decompress(body)
        self.collector.requests.append((self.command, self.path, body))
        text = json.dumps({"id": f"id-{len(self.collector.requests)}", "data": {"attributes": {}}}).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(text)))
        self.end_headers()
        self.wfile.write(text)

    do_GET = do_POST = do_PUT = answer

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def serving(handler: Callable[..., BaseHTTPRequestHandler]) -> Iterator[str]:
    """Serve HTTP on this machine; gives the address."""
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
            thread.join()


@contextmanager
def collecting() -> Iterator[Collector]:
    """A collector's server."""
    collector = Collector()
    with serving(type("Recording", (Recorder,), {"collector": collector})) as collector.url:
        yield collector
