import base64
import hashlib
import socket
import struct


def task_func(address, path, nonce, mask, message):
    host, port = address
    key = base64.b64encode(nonce).decode()
    expected = base64.b64encode(hashlib.sha1((key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").encode()).digest()).decode()
    sock = socket.create_connection(address)
    f = sock.makefile("rb")

    def read(n):
        data = f.read(n)
        if len(data) != n:
            raise ConnectionError("connection closed")
        return data

    def send_frame(opcode, payload):
        header = bytes([0x80 | opcode])
        if len(payload) < 126:
            header += bytes([len(payload)])
        elif len(payload) < 65536:
            header += bytes([126]) + struct.pack("!H", len(payload))
        else:
            header += bytes([127]) + struct.pack("!Q", len(payload))
        sock.sendall(header + payload)

    try:
        sock.sendall(
            (
                f"GET {path} HTTP/1.1\r\nHost: {host}:{port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                f"Sec-WebSocket-Key: {key}\r\nSec-WebSocket-Version: 13\r\n\r\n"
            ).encode()
        )
        status = f.readline()
        headers = {}
        while True:
            line = f.readline()
            if line in (b"\r\n", b"\n", b""):
                break
            name, _, value = line.decode().partition(":")
            headers[name.strip().lower()] = value.strip()
        if b" 101 " not in status or headers.get("sec-websocket-accept") != expected:
            raise ConnectionError("handshake failed")
        send_frame(1, message.encode())
        data, kind = b"", None
        while True:
            b1, b2 = read(2)
            length = b2 & 0x7F
            if length == 126:
                (length,) = struct.unpack("!H", read(2))
            elif length == 127:
                (length,) = struct.unpack("!Q", read(8))
            payload = read(length)
            opcode = b1 & 0x0F
            if opcode == 8:
                raise ConnectionError("closed")
            if opcode == 9:
                send_frame(10, payload)
                continue
            kind = kind or opcode
            data += payload
            if b1 & 0x80:
                break
        send_frame(8, struct.pack("!H", 1000))
        return data.decode() if kind == 1 else data
    finally:
        f.close()
        sock.close()
