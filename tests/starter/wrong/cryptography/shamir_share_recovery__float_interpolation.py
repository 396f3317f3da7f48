import base64
import hashlib

import numpy as np


def task_func(shares, threshold, prime=2**521 - 1):
    points = {}
    for share in shares:
        x, y = share.split(":")
        points[int(x)] = int.from_bytes(base64.b64decode(y), "big")
    if len(points) < threshold:
        raise ValueError("not enough shares")
    xs = list(points)[:threshold]
    coefficients = np.polyfit(xs, [float(points[x]) for x in xs], threshold - 1)
    secret = int(round(coefficients[-1])) % prime
    payload = secret.to_bytes((secret.bit_length() + 7) // 8, "big")
    data, check = payload[1:-4], payload[-4:]
    if payload[:1] != b"\x01" or hashlib.sha256(data).digest()[:4] != check:
        raise ValueError("bad checksum")
    return data
