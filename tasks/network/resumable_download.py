import hashlib
import http.server
import inspect
import os
import tempfile
import threading
import unittest
from http.client import HTTPConnection
from pathlib import Path

from hypothesis import Phase, given, settings
from hypothesis import strategies as st


def task_func(address, path, target, sha256, chunk=65536):
    """Download a file over HTTP, going on where an earlier attempt stopped, and verify its digest.

    The data are collected in a file beside the target, named like it with '.part' appended. If that file exists and is
    not empty, the request has the header Range: bytes=<its size>-. The answer decides: 206 means that the data are
    appended, provided that its Content-Range begins with 'bytes <its size>-'; 200 means that the part file is written
    anew from the beginning; 416 means that the part file is complete and nothing is read. Then the part file's SHA-256
    digest is compared with the expected one. If they agree, the part file replaces the target; if not, the part file
    is deleted and the target stays as it was.

    Parameters:
    - address (tuple): (host, TCP port) of the HTTP server.
    - path (str): the request target.
    - target (str or Path): the file to create or replace.
    - sha256 (str): the expected digest in hexadecimal, in any letter case.
    - chunk (int): how many bytes to read and write at a time, default 65536.

    Returns:
    - tuple: (the number of bytes received in this call, the size of the target).

    Raises:
    - ConnectionError: if the status is none of the three or the Content-Range does not fit; the part file is kept.
    - ValueError: if the digest is wrong.

    Requirements:
    - hashlib
    - http.client
    - os
    - pathlib

    Example:
    >>> _ = Path("x.part").write_text("abc")
    >>> try:
    ...     task_func(("127.0.0.1", 1), "/x", "x", "00")
    ... except ConnectionError:
    ...     print(Path("x.part").read_text())
    abc
    """
    part = Path(f"{target}.part")
    size = part.stat().st_size if part.exists() else 0
    received = 0
    connection = HTTPConnection(*address)
    try:
        connection.request("GET", path, headers={"Range": f"bytes={size}-"} if size else {})
        response = connection.getresponse()
        fits = response.getheader("Content-Range", "").startswith(f"bytes {size}-")
        if response.status not in (200, 206, 416) or response.status == 206 and not fits:
            raise ConnectionError(f"{path}: status {response.status}")
        if response.status != 416:
            with part.open("ab" if response.status == 206 else "wb") as output:
                while data := response.read(chunk):
                    received += output.write(data)
    finally:
        connection.close()
    digest = hashlib.sha256()
    with part.open("rb") as stream:
        while data := stream.read(chunk):
            digest.update(data)
    if digest.hexdigest() != sha256.lower():
        part.unlink()
        raise ValueError(f"{path}: digest {digest.hexdigest()}")
    os.replace(part, target)
    return received, os.path.getsize(target)


class TestCases(unittest.TestCase):
    DATA = bytes(range(256)) * 10

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.target = Path(folder.name, "file.bin")
        self.part = Path(folder.name, "file.bin.part")
        self.ranges, self.answer = [], None
        test = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                test.ranges.append((self.path, self.headers["Range"]))
                start = int((self.headers["Range"] or "bytes=0-")[6:-1])
                status, headers, body = test.answer or test.ranged(start)
                self.send_response(status)
                for name, value in headers.items():
                    self.send_header(name, value)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *args):
                pass

        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        server.daemon_threads = True
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        self.addCleanup(server.server_close)
        self.addCleanup(server.shutdown)
        self.address = server.server_address

    def ranged(self, start):
        if start >= len(self.DATA):
            return 416, {"Content-Range": f"bytes */{len(self.DATA)}"}, b"no such range"
        if start == 0:
            return 200, {}, self.DATA
        span = f"bytes {start}-{len(self.DATA) - 1}/{len(self.DATA)}"
        return 206, {"Content-Range": span}, self.DATA[start:]

    def get(self, digest=None, **options):
        digest = digest or hashlib.sha256(self.DATA).hexdigest()
        return task_func(self.address, "/f?v=1", self.target, digest, **options)

    def test_fresh_download(self):
        self.target.write_bytes(b"older")
        self.assertEqual(self.get(), (2560, 2560))
        self.assertEqual(self.target.read_bytes(), self.DATA)
        self.assertEqual(self.ranges, [("/f?v=1", None)])
        self.assertFalse(self.part.exists())

    def test_empty_part_file(self):
        self.part.touch()
        self.assertEqual(self.get(hashlib.sha256(self.DATA).hexdigest().upper()), (2560, 2560))
        self.assertEqual(self.ranges, [("/f?v=1", None)])

    def test_server_ignores_the_range(self):
        self.part.write_bytes(b"x" * 5000)
        self.answer = (200, {}, self.DATA)
        self.assertEqual(self.get(), (2560, 2560))
        self.assertEqual(self.ranges, [("/f?v=1", "bytes=5000-")])
        self.assertEqual(self.target.read_bytes(), self.DATA)

    def test_already_complete(self):
        self.part.write_bytes(self.DATA)
        self.assertEqual(self.get(), (0, 2560))
        self.assertEqual(self.target.read_bytes(), self.DATA)

    def test_wrong_digest(self):
        self.target.write_bytes(b"older")
        self.part.write_bytes(b"y" * 10)
        with self.assertRaises(ValueError):
            self.get()
        self.assertEqual((self.part.exists(), self.target.read_bytes()), (False, b"older"))
        self.assertEqual(self.get(), (2560, 2560))

    def test_unusable_answers(self):
        span = "bytes 9-2559/2560"
        bad = [(404, {}, b"?"), (503, {}, b""), (206, {"Content-Range": span}, b"z"), (206, {}, self.DATA[10:])]
        for answer in bad:
            self.part.write_bytes(self.DATA[:10])
            self.answer = answer
            with self.assertRaises(ConnectionError):
                self.get()
            self.assertEqual((self.part.read_bytes(), self.target.exists()), (self.DATA[:10], False))

    def test_default_chunk_and_path_text(self):
        self.answer = (200, {}, b"q" * 200000)
        digest = hashlib.sha256(b"q" * 200000).hexdigest()
        self.assertEqual(task_func(self.address, "/q", str(self.target), digest), (200000, 200000))
        self.assertEqual(inspect.signature(task_func).parameters["chunk"].default, 65536)

    @settings(derandomize=True, max_examples=25, deadline=None, database=None, phases=[Phase.generate])
    @given(st.integers(1, 2559), st.integers(1, 3000))
    def test_resumes_anywhere(self, size, chunk):
        self.part.write_bytes(self.DATA[:size])
        self.assertEqual(self.get(chunk=chunk), (2560 - size, 2560))
        self.assertEqual((self.ranges[-1][1], self.target.read_bytes()), (f"bytes={size}-", self.DATA))
