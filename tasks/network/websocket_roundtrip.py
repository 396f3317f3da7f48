import base64
import hashlib
import socket
import struct
import threading
import unittest
from http.client import parse_headers


def task_func(address, path, nonce, mask, message):
    """Open a WebSocket connection, send one text message, read one message in reply and close in good order.

    Handshake: a GET request for the path over HTTP/1.1 with the fields Host ('host:port' of the address), Upgrade:
    websocket, Connection: Upgrade, Sec-WebSocket-Key (the nonce in Base64) and Sec-WebSocket-Version: 13, in this
    order. The answer must have the status 101 and a Sec-WebSocket-Accept (the name in any letter case) equal to the
    Base64 form of the SHA-1 digest of key + '258EAFA5-E914-47DA-95CA-C5AB0DC85B11'.

    Every frame that is sent is final and masked with the given four bytes; payload lengths take the shortest of the
    three forms (up to 125, 16 bits, 64 bits). The reply may come in fragments: the first frame has the opcode 1 (text)
    or 2 (binary), the others 0; the last one has the FIN bit. A ping (opcode 9), also one between the fragments, is
    answered at once by a pong (opcode 10) with the same payload. After the reply, a close frame (opcode 8) with the
    status 1000 is sent and the connection closed without waiting for an answer.

    Parameters:
    - address (tuple): (host, TCP port) of the server.
    - path (str): the request target.
    - nonce (bytes): the 16 bytes of which the key is made.
    - mask (bytes): the four masking bytes for all frames.
    - message (str): the text to send.

    Returns:
    - str or bytes: the reply, str if it is a text message (UTF-8), bytes if it is a binary one.

    Raises:
    - ConnectionError: if the handshake is not answered as described, or if the server sends a close frame or closes
      the connection before the reply is complete.

    Requirements:
    - base64
    - hashlib
    - http.client
    - socket
    - struct

    Example:
    >>> try:
    ...     task_func(("127.0.0.1", 1), "/", bytes(16), bytes(4), "hello")
    ... except ConnectionError:
    ...     print("nobody there")
    nobody there
    """
    key = base64.b64encode(nonce).decode()
    digest = hashlib.sha1(f"{key}258EAFA5-E914-47DA-95CA-C5AB0DC85B11".encode()).digest()
    with socket.create_connection(address) as connection, connection.makefile("rb") as stream:

        def exactly(size):
            data = stream.read(size)
            if len(data) < size:
                raise ConnectionError("closed before the reply was complete")
            return data

        def send(opcode, payload):
            size = len(payload)
            if size <= 125:
                head = struct.pack("!BB", 0x80 | opcode, 0x80 | size)
            elif size <= 0xFFFF:
                head = struct.pack("!BBH", 0x80 | opcode, 0x80 | 126, size)
            else:
                head = struct.pack("!BBQ", 0x80 | opcode, 0x80 | 127, size)
            connection.sendall(head + mask + bytes(byte ^ mask[i % 4] for i, byte in enumerate(payload)))

        lines = [f"GET {path} HTTP/1.1", "Host: {}:{}".format(*address), "Upgrade: websocket", "Connection: Upgrade"]
        lines += [f"Sec-WebSocket-Key: {key}", "Sec-WebSocket-Version: 13", "", ""]
        connection.sendall("\r\n".join(lines).encode())
        status = stream.readline().split()[1:2]
        accepted = parse_headers(stream).get("Sec-WebSocket-Accept")
        if status != [b"101"] or accepted != base64.b64encode(digest).decode():
            raise ConnectionError(f"no WebSocket at {path}")
        send(1, message.encode())
        kind, reply, final = 0, b"", False
        while not final:
            first, size = exactly(2)
            if size >= 126:
                size = int.from_bytes(exactly(2 if size == 126 else 8), "big")
            payload = exactly(size)
            opcode = first & 0x0F
            if opcode == 8:
                raise ConnectionError("closed by the server")
            if opcode == 9:
                send(10, payload)
            else:
                kind, reply, final = kind or opcode, reply + payload, first & 0x80
        send(8, struct.pack("!H", 1000))
    return reply.decode() if kind == 1 else reply


class TestCases(unittest.TestCase):
    NONCE = b"0123456789abcdef"
    ACCEPT = b"HTTP/1.1 101 Switching Protocols\r\nsec-websocket-accept: BACScCJPNqyz+UBoqMH89VmURoA=\r\n\r\n"

    def talk(self, *frames, message="hi", handshake=ACCEPT, mask=b"\x01\x02\x04\x08", nonce=NONCE):
        with socket.create_server(("127.0.0.1", 0)) as listener:
            listener.settimeout(5)

            def serve():
                connection, _ = listener.accept()
                with connection, connection.makefile("rb") as stream:
                    connection.settimeout(5)
                    self.request = b""
                    while not self.request.endswith(b"\r\n\r\n"):
                        self.request += stream.readline()
                    connection.sendall(handshake + b"".join(frames))
                    connection.shutdown(socket.SHUT_WR)
                    self.received = stream.read()

            thread = threading.Thread(target=serve, daemon=True)
            thread.start()
            self.port = listener.getsockname()[1]
            try:
                return task_func(listener.getsockname(), "/chat?x=1", nonce, mask, message)
            finally:
                thread.join(5)

    def frame(self, first, payload):
        size = len(payload)
        if size < 126:
            return bytes([first, size]) + payload
        form = "!BBH" if size < 2**16 else "!BBQ"
        return struct.pack(form, first, 126 if size < 2**16 else 127, size) + payload

    def test_handshake_request(self):
        self.talk(b"\x81\x00")
        lines = ["GET /chat?x=1 HTTP/1.1", f"Host: 127.0.0.1:{self.port}", "Upgrade: websocket", "Connection: Upgrade"]
        lines += ["Sec-WebSocket-Key: MDEyMzQ1Njc4OWFiY2RlZg==", "Sec-WebSocket-Version: 13", "", ""]
        self.assertEqual(self.request.decode().split("\r\n"), lines)

    def test_text_reply_and_sent_bytes(self):
        self.assertEqual(self.talk(b"\x81\x05gr\xc3\xbcn"), "grün")
        self.assertEqual(self.received, b"\x81\x82\x01\x02\x04\x08ik" + b"\x88\x82\x01\x02\x04\x08\x02\xea")

    def test_binary_fragments(self):
        reply = self.talk(self.frame(2, b"\xff" * 125), self.frame(0, b""), self.frame(0x80, b"\x00z"), b"\x81\x01x")
        self.assertEqual(reply, b"\xff" * 125 + b"\x00z")
        self.assertEqual(self.talk(self.frame(1, b"\xc3"), self.frame(0x80, b"\xbc")), "ü")

    def test_ping_between_fragments(self):
        frames = [(0x89, b""), (1, b"a"), (0x89, b"\x00\x01!"), (0x80, b"b")]
        reply = self.talk(*[self.frame(*frame) for frame in frames])
        self.assertEqual(reply, "ab")
        pongs = b"\x8a\x80\x01\x02\x04\x08" + b"\x8a\x83\x01\x02\x04\x08\x01\x03\x25"
        self.assertEqual(self.received[8:-8], pongs)

    def test_lengths_sent(self):
        for size, head in ((125, b"\x81\xfd"), (126, b"\x81\xfe\x00\x7e"), (65535, b"\x81\xfe\xff\xff")):
            self.talk(b"\x81\x00", message="x" * size, mask=bytes(4))
            self.assertEqual(self.received[:-8], head + bytes(4) + b"x" * size)
        self.talk(b"\x81\x00", message="x" * 65536, mask=b" " * 4)
        self.assertEqual(self.received[:-8], b"\x81\xff" + bytes(5) + b"\x01\x00\x00" + b" " * 4 + b"X" * 65536)

    def test_lengths_received(self):
        for size in (125, 126, 127, 65535, 65536):
            self.assertEqual(self.talk(self.frame(0x82, b"y" * size)), b"y" * size)

    def test_refused_handshakes(self):
        wrong = [
            self.ACCEPT.replace(b"101", b"200"),
            self.ACCEPT.replace(b"BACS", b"bacs"),
            b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n\r\n",
            b"HTTP/1.1 404 Not Found\r\n\r\n",
            b"",
        ]
        for handshake in wrong:
            with self.assertRaises(ConnectionError):
                self.talk(b"\x81\x01x", handshake=handshake)
        with self.assertRaises(ConnectionError):
            self.talk(b"\x81\x01x", nonce=bytes(16))
        self.assertEqual(self.received, b"")

    def test_closed_before_the_end(self):
        for frames in ([], [b"\x88\x02\x03\xe9"], [b"\x01\x01a"], [b"\x81\x05abcd"], [b"\x01\x01a\x88\x00"], [b"\x81"]):
            with self.assertRaises(ConnectionError):
                self.talk(*frames)
