import base64
import hashlib
import hmac
import struct


def task_func(secret, code, moment, *, digits=6, step=30, window=1, last_counter=-1):
    if moment.tzinfo is None:
        raise ValueError("moment must be timezone-aware")
    secret = secret.replace(" ", "").upper()
    secret += "=" * ((8 - len(secret) % 8) % 8)
    key = base64.b32decode(secret)
    now = int(moment.timestamp()) // step
    drifts = [0]
    for distance in range(1, window + 1):
        drifts += [-distance, distance]
    for drift in drifts:
        counter = now + drift
        if counter < 0 or counter <= last_counter:
            continue
        digest = hmac.new(key, struct.pack("Q", counter), hashlib.sha1).digest()
        offset = digest[-1] & 15
        value = struct.unpack(">I", digest[offset:offset + 4])[0] & 0x7FFFFFFF
        if str(value % 10 ** digits).zfill(digits) == code:
            return counter
    return None
