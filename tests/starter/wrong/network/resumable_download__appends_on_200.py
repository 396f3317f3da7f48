import hashlib
import os
from http.client import HTTPConnection


def task_func(address, path, target, sha256, chunk=65536):
    part = str(target) + ".part"
    offset = os.path.getsize(part) if os.path.exists(part) else 0
    connection = HTTPConnection(address[0], address[1])
    received = 0
    try:
        headers = {"Range": f"bytes={offset}-"} if offset else {}
        connection.request("GET", path, headers=headers)
        response = connection.getresponse()
        if response.status == 206:
            if not (response.getheader("Content-Range") or "").startswith(f"bytes {offset}-"):
                raise ConnectionError("unexpected range")
        elif response.status not in (200, 416):
            raise ConnectionError(f"unexpected status {response.status}")
        if response.status != 416:
            with open(part, "ab") as f:
                while True:
                    block = response.read(chunk)
                    if not block:
                        break
                    f.write(block)
                    received += len(block)
    finally:
        connection.close()
    with open(part, "rb") as f:
        actual = hashlib.sha256(f.read()).hexdigest()
    if actual != sha256.lower():
        os.remove(part)
        raise ValueError("checksum mismatch")
    os.replace(part, target)
    return received, os.path.getsize(target)
