import binascii
import string

import numpy as np


def task_func(ciphertext, max_length=16):
    data = np.frombuffer(binascii.unhexlify(ciphertext), dtype=np.uint8)
    if len(data) < 2:
        raise ValueError("ciphertext too short")
    best_length, best_share = 1, -1.0
    for length in range(1, min(max_length, len(data) // 2) + 1):
        share = np.mean(data[length:] == data[:-length])
        if share >= best_share:
            best_length, best_share = length, share
    letters = set((string.ascii_lowercase + " ").encode())
    key = []
    for i in range(best_length):
        column = data[i::best_length]
        key.append(max(range(256), key=lambda k, column=column: sum(int(b) ^ k in letters for b in column)))
    plain = bytes(int(b) ^ key[i % best_length] for i, b in enumerate(data))
    return bytes(key), plain, round(sum(b in letters for b in plain) / len(plain), 4)
