import base64
import hashlib
import socket
import struct


def task_func(address, path, nonce, mask, message):
    key = base64.b64encode(nonce).decode()
    accept = base64.b64encode(hashlib.sha1((key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").encode()).digest()).decode()
    with socket.create_connection(address) as sock, sock.makefile("rb") as stream:

        def send(opcode, data):
            n = len(data)
            if n < 126:
                header = struct.pack("!BB", 0x80 | opcode, 0x80 | n)
            elif n < 65536:
                header = struct.pack("!BBH", 0x80 | opcode, 0xFE, n)
            else:
                header = struct.pack("!BBQ", 0x80 | opcode, 0xFF, n)
            sock.sendall(header + mask + bytes(b ^ mask[i & 3] for i, b in enumerate(data)))

        request = f"GET {path} HTTP/1.1\r\nHost: {address[0]}:{address[1]}\r\nUpgrade: websocket\r\n"
        request += f"Connection: Upgrade\r\nSec-WebSocket-Key: {key}\r\nSec-WebSocket-Version: 13\r\n\r\n"
        sock.sendall(request.encode())
        status = stream.readline()
        headers = parse_headers(stream)
        if b" 101" not in status or headers.get("Sec-WebSocket-Accept") != accept:
            raise ConnectionError("bad handshake")
        send(1, message.encode())
        while True:
            head = stream.read(2)
            if len(head) < 2:
                raise ConnectionError("closed")
            opcode, n = head[0] & 0xF, head[1] & 0x7F
            if n == 126:
                n = struct.unpack("!H", stream.read(2))[0]
            elif n == 127:
                n = struct.unpack("!Q", stream.read(8))[0]
            data = stream.read(n)
            if len(data) < n or opcode == 8:
                raise ConnectionError("closed")
            if opcode == 9:
                send(10, data)
                continue
            send(8, struct.pack("!H", 1000))
            return data.decode() if opcode == 1 else data
