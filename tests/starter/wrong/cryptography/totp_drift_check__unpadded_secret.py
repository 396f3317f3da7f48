import base64
import hashlib
import hmac
import struct


def task_func(secret, code, moment, *, digits=6, step=30, window=1, last_counter=-1):
    if moment.tzinfo is None:
        raise ValueError("moment must be timezone-aware")
    key = base64.b32decode(secret.replace(" ", ""), casefold=True)
    now = int(moment.timestamp()) // step
    for counter in range(now - window, now + window + 1):
        if counter <= last_counter:
            continue
        digest = hmac.new(key, struct.pack(">Q", counter), hashlib.sha1).digest()
        offset = digest[-1] & 15
        value = struct.unpack(">I", digest[offset:offset + 4])[0] & 0x7FFFFFFF
        if hmac.compare_digest(f"{value % 10 ** digits:0{digits}d}".encode(), code.encode()):
            return counter
    return None
