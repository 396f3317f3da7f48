import base64
import hashlib

from sympy import mod_inverse


def task_func(shares, threshold, prime=2**521 - 1):
    points = {}
    for share in shares:
        x, _, y = share.partition(":")
        value = int.from_bytes(base64.b64decode(y), "big")
        if int(x) in points and points[int(x)] != value:
            raise ValueError("conflicting shares")
        points[int(x)] = value
    if len(points) < threshold:
        raise ValueError("not enough shares")
    chosen = sorted(points.items())[:threshold]
    secret = 0
    for i, (xi, yi) in enumerate(chosen):
        num, den = 1, 1
        for j, (xj, _) in enumerate(chosen):
            if i != j:
                num = num * -xj % prime
                den = den * (xi - xj) % prime
        secret = (secret + yi * num * int(mod_inverse(den, prime))) % prime
    payload = secret.to_bytes((secret.bit_length() + 7) // 8, "big")
    if len(payload) < 5 or payload[0] != 1:
        raise ValueError("bad payload")
    data, check = payload[1:-4], payload[-4:]
    if hashlib.sha256(data).digest()[:4] != check:
        raise ValueError("bad checksum")
    return data
