import base64
import itertools
import struct
import zlib
from array import array


def task_func(text):
    try:
        data = base64.b64decode("".join(text.split()), validate=True)
        magic, flags, count, crc = struct.unpack("4sBHI", data[: struct.calcsize("4sBHI")])
        payload = data[struct.calcsize("4sBHI") :]
        if flags & 1:
            payload = zlib.decompress(payload)
    except (struct.error, zlib.error) as exc:
        raise ValueError("invalid frame") from exc
    if magic != b"TLM1" or zlib.crc32(payload) != crc or len(payload) != count * 2:
        raise ValueError("invalid frame")
    samples = struct.unpack(f"{count}h", payload)
    if flags & 2:
        samples = itertools.accumulate(samples)
    return array("l", samples)
