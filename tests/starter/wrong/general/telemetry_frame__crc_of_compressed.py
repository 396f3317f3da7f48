import base64
import struct
import zlib
from array import array
from itertools import accumulate


def task_func(text):
    data = base64.b64decode(text)
    if len(data) < 11:
        raise ValueError("frame too short")
    magic, flags, count, checksum = struct.unpack(">4sBHI", data[:11])
    payload = data[11:]
    if magic != b"TLM1":
        raise ValueError("bad magic")
    if zlib.crc32(payload) != checksum:
        raise ValueError("bad checksum")
    if flags & 1:
        payload = zlib.decompress(payload)
    if len(payload) // 2 != count:
        raise ValueError("bad length")
    values = struct.unpack(f">{count}h", payload)
    return array("l", accumulate(values) if flags & 2 else values)
