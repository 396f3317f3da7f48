import string

import numpy as np


def task_func(ciphertext, max_length=16):
    data = np.frombuffer(bytes.fromhex(ciphertext), dtype=np.uint8)
    if len(data) < 2:
        raise ValueError("ciphertext too short")
    limit = min(max_length, len(data) // 2)
    shares = [np.mean(data == np.roll(data, length)) for length in range(1, limit + 1)]
    size = int(np.argmax(shares)) + 1
    letters = np.array([ord(c) for c in string.ascii_lowercase + " "], dtype=np.uint8)
    key = []
    for i in range(size):
        scores = [np.isin(data[i::size] ^ np.uint8(k), letters).sum() for k in range(256)]
        key.append(int(np.argmax(scores)))
    plain = data ^ np.array([key[i % size] for i in range(len(data))], dtype=np.uint8)
    return bytes(key), plain.tobytes(), round(float(np.isin(plain, letters).mean()), 4)
