import hashlib

import numpy as np
from matplotlib.figure import Figure


def task_func(message, algorithm="sha256"):
    if not message:
        raise ValueError("message must not be empty")
    reference = hashlib.new(algorithm, message).digest()
    shares = np.zeros((len(message), 8))
    for i in range(len(message)):
        for j in range(8):
            changed = bytearray(message)
            changed[i] ^= 1 << j
            digest = hashlib.new(algorithm, bytes(changed)).digest()
            shares[i, j] = sum(bin(a ^ b).count("1") for a, b in zip(digest, reference)) / (8 * len(digest))
    fig = Figure()
    ax = fig.subplots()
    ax.imshow(shares, cmap="coolwarm", vmin=0, vmax=1)
    ax.set_xticks(range(8))
    ax.set_xticklabels([str(b) for b in range(7, -1, -1)])
    ax.set_xlabel("bit")
    ax.set_ylabel("byte")
    ax.set_title(f"{algorithm.upper()}: mean {shares.mean():.3f}")
    i, j = np.unravel_index(np.argmax(np.abs(shares - 0.5)), shares.shape)
    return fig, shares, (int(i), int(j))
