import base64
import struct
import sys
import zlib
from array import array
from itertools import accumulate


def task_func(text):
    raw = base64.b64decode("".join(text.split()), validate=True)
    if len(raw) < 11 or raw[:4] != b"TLM1":
        raise ValueError("not a telemetry frame")
    flags, count, crc = struct.unpack(">BHI", raw[4:11])
    payload = raw[11:]
    if flags & 0b01:
        try:
            payload = zlib.decompress(payload)
        except zlib.error as exc:
            raise ValueError("cannot decompress payload") from exc
    if zlib.crc32(payload) != crc:
        raise ValueError("checksum mismatch")
    if len(payload) != 2 * count:
        raise ValueError("wrong length")
    samples = array("h")
    samples.frombytes(payload)
    if sys.byteorder == "little":
        samples.byteswap()
    if flags & 0b10:
        samples = array("h", accumulate(samples))
    return samples
