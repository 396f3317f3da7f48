import gzip
import socket


def task_func(address, path, host):
    with socket.create_connection(address) as sock:
        sock.sendall(
            f"GET {path} HTTP/1.1\r\nHost: {host}\r\nAccept-Encoding: gzip\r\nConnection: close\r\n\r\n".encode("ascii")
        )
        f = sock.makefile("rb")
        status_line = f.readline()
        if not status_line:
            raise EOFError("no response")
        status = int(status_line.split()[1])
        headers = {}
        while True:
            line = f.readline()
            if not line:
                raise EOFError("incomplete headers")
            if line in (b"\r\n", b"\n"):
                break
            name, value = line.decode("latin-1").split(":", 1)
            name = name.strip().lower()
            headers[name] = f"{headers[name]}, {value.strip()}" if name in headers else value.strip()
        if headers.get("transfer-encoding", "").lower() == "chunked":
            body = b""
            while True:
                size = int(f.readline().split(b";")[0])
                if size == 0:
                    break
                chunk = f.read(size)
                if len(chunk) != size:
                    raise EOFError("incomplete chunk")
                body += chunk
                f.readline()
        elif "content-length" in headers:
            length = int(headers["content-length"])
            body = f.read(length)
            if len(body) != length:
                raise EOFError("incomplete body")
        else:
            body = f.read()
    if headers.get("content-encoding") == "gzip":
        body = gzip.decompress(body)
    return status, headers, body
