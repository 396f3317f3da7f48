import base64
import hashlib
import hmac
import struct


def task_func(secret, code, moment, *, digits=6, step=30, window=1, last_counter=-1):
    if moment.tzinfo is None:
        raise ValueError("moment must be timezone-aware")
    secret = secret.replace(" ", "").upper()
    key = base64.b32decode(secret + "=" * (-len(secret) % 8))
    now = int(moment.timestamp() // step)
    for drift in sorted(range(-window, window + 1), key=abs):
        counter = now + drift
        if counter < 0 or counter <= last_counter:
            continue
        digest = hmac.new(key, struct.pack(">Q", counter), hashlib.sha1).digest()
        offset = digest[-1] & 15
        value = struct.unpack(">I", digest[offset:offset + 4])[0] & 0x7FFFFFFF
        if code.isdigit() and int(code) == value % 10 ** digits:
            return counter
    return None
