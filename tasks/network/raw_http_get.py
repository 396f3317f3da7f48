import gzip
import socket
import threading
import unittest
import zlib

from hypothesis import Phase, given, settings
from hypothesis import strategies as st


def task_func(address, path, host):
    """Make an HTTP/1.1 GET request over a plain socket and read the response, whichever way its body is delimited.

    The request has exactly the header fields Host, Accept-Encoding: gzip and Connection: close, in this order. Header
    names of the response are lower-cased; values lose the white space around them; if a name occurs several times, the
    values are joined by ', '. The body is read as follows: with 'transfer-encoding: chunked' (in any letter case)
    until the chunk of size 0 (sizes are hexadecimal and may be followed by ';' and extensions; what follows the last
    chunk does not matter); otherwise with 'content-length' that many bytes; otherwise all that comes before the server
    closes the connection. Then, if 'content-encoding' is gzip, it is decompressed.

    Parameters:
    - address (tuple): (IPv4 address, TCP port) of the server.
    - path (str): the request target, ASCII.
    - host (str): the value of the Host header.

    Returns:
    - tuple: (status code as int, headers as dict of str, body as bytes).

    Raises:
    - EOFError: if the connection is closed before the headers or a chunked or counted body is complete.

    Requirements:
    - socket
    - zlib

    Example:
    >>> task_func(("127.0.0.1", 80), "/ü", "a.test")
    Traceback (most recent call last):
    ...
    UnicodeEncodeError: 'ascii' codec can't encode character '\\xfc' in position 5: ordinal not in range(128)
    """
    lines = [f"GET {path} HTTP/1.1", f"Host: {host}", "Accept-Encoding: gzip", "Connection: close", "", ""]
    request = "\r\n".join(lines).encode("ascii")
    with socket.create_connection(address) as connection, connection.makefile("rb") as stream:
        connection.sendall(request)

        def line():
            text = stream.readline()
            if not text.endswith(b"\n"):
                raise EOFError("closed within a line")
            return text.decode("latin-1").strip()

        def exactly(size):
            data = stream.read(size)
            if len(data) < size:
                raise EOFError(f"{len(data)} bytes instead of {size}")
            return data

        status = int(line().split()[1])
        headers = {}
        while field := line():
            name, _, value = field.partition(":")
            known = headers.get(name.lower())
            headers[name.lower()] = value.strip() if known is None else f"{known}, {value.strip()}"
        if headers.get("transfer-encoding", "").lower() == "chunked":
            body = b""
            while size := int(line().partition(";")[0], 16):
                body += exactly(size)
                line()
        elif "content-length" in headers:
            body = exactly(int(headers["content-length"]))
        else:
            body = stream.read()
    if headers.get("content-encoding") == "gzip":
        body = zlib.decompress(body, wbits=31)
    return status, headers, body


class TestCases(unittest.TestCase):
    def fetch(self, response, linger=False, path="/x", host="a.test"):
        """Serve the response to one request; with linger, keep the connection open until the client has closed it."""
        with socket.create_server(("127.0.0.1", 0)) as listener:
            listener.settimeout(5)

            def serve():
                connection, _ = listener.accept()
                with connection:
                    self.request = b""
                    while b"\r\n\r\n" not in self.request:
                        self.request += connection.recv(1000)
                    connection.sendall(response)
                    if linger:
                        connection.settimeout(1)
                        connection.recv(1)

            thread = threading.Thread(target=serve, daemon=True)
            thread.start()
            try:
                return task_func(listener.getsockname(), path, host)
            finally:
                thread.join(5)

    def test_request(self):
        self.fetch(b"HTTP/1.1 204 No Content\r\n\r\n", path="/a?b=c", host="shop.test:81")
        lines = ["GET /a?b=c HTTP/1.1", "Host: shop.test:81", "Accept-Encoding: gzip", "Connection: close", "", ""]
        self.assertEqual(self.request.decode().split("\r\n"), lines)

    def test_counted_body_on_an_open_connection(self):
        answer = self.fetch(b"HTTP/1.1 404 Not Found\r\nContent-Length: 5\r\n\r\nhello and more", linger=True)
        self.assertEqual(answer, (404, {"content-length": "5"}, b"hello"))

    def test_body_until_close(self):
        answer = self.fetch(b"HTTP/1.0 200 OK\nX-A:  1 : 2 \r\nx-b:\xfc\r\nX-a:3\r\nx-A:\t4\r\n\r\n\r\nbody\r\n\r\n")
        self.assertEqual(answer, (200, {"x-a": "1 : 2, 3, 4", "x-b": "ü"}, b"\r\nbody\r\n\r\n"))

    def test_chunks(self):
        head = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: Chunked\r\nContent-Length: 3\r\n\r\n"
        body = b"4\r\nWiki\r\n1A;name=value\r\n" + b"\r\n" * 13 + b"\r\n00\r\nX-Checksum: 1\r\n\r\n"
        self.assertEqual(self.fetch(head + body, linger=True)[2], b"Wiki" + b"\r\n" * 13)

    def test_gzip(self):
        packed = gzip.compress(b"zipped" * 100)
        size = b"%x" % len(packed)
        head = b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n\r\n"
        self.assertEqual(self.fetch(head + size + b"\r\n" + packed + b"\r\n0\r\n\r\n")[2], b"zipped" * 100)
        head = b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n"
        self.assertEqual(self.fetch(head + packed)[2], b"zipped" * 100)

    def test_early_end(self):
        head = b"HTTP/1.1 200 OK\r\n"
        chunked = head + b"Transfer-Encoding: chunked\r\n\r\n"
        cases = [b"", b"HTTP/1.1 200", head, head + b"X: 1", head + b"Content-Length: 6\r\n\r\nhello"]
        cases += [chunked + tail for tail in (b"", b"5\r\nhell", b"5\r\nhello", b"5\r\nhello\r\n", b"5\r\nhello\r\n0")]
        for response in cases:
            with self.assertRaises(EOFError, msg=response):
                self.fetch(response)

    @settings(derandomize=True, max_examples=25, deadline=None, database=None, phases=[Phase.generate])
    @given(st.lists(st.binary(min_size=1, max_size=300), max_size=5))
    def test_any_chunks(self, chunks):
        body = b"".join(b"%X\r\n%s\r\n" % (len(chunk), chunk) for chunk in chunks)
        status, headers, data = self.fetch(b"HTTP/1.1 201 \r\ntransfer-encoding:chunked\r\n\r\n" + body + b"0\r\n\r\n")
        self.assertEqual((status, headers, data), (201, {"transfer-encoding": "chunked"}, b"".join(chunks)))
