import hashlib
import os
from http.client import HTTPConnection


def task_func(address, path, target, sha256, chunk=65536):
    part = f"{target}.part"
    size = os.path.getsize(part) if os.path.exists(part) else 0
    connection = HTTPConnection(*address)
    headers = {"Range": f"bytes={size}-"} if size > 0 else {}
    received = 0
    try:
        connection.request("GET", path, headers=headers)
        response = connection.getresponse()
        if response.status == 206:
            if not response.getheader("Content-Range", "").startswith(f"bytes {size}-"):
                raise ConnectionError("unexpected Content-Range")
            mode = "ab"
        elif response.status == 200:
            mode = "wb"
        elif response.status == 416:
            mode = None
        else:
            raise ConnectionError(f"unexpected status: {response.status}")
        if mode is not None:
            with open(part, mode) as file:
                while block := response.read(chunk):
                    file.write(block)
                    received += len(block)
    finally:
        connection.close()
    with open(part, "rb") as file:
        digest = hashlib.sha256(file.read()).hexdigest()
    if digest != sha256:
        os.remove(part)
        raise ValueError(f"expected {sha256}, got {digest}")
    os.replace(part, target)
    return received, os.path.getsize(target)
