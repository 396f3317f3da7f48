import hashlib

import numpy as np
from matplotlib.figure import Figure


def task_func(message, algorithm="sha256"):
    if len(message) == 0:
        raise ValueError("message must not be empty")
    reference = np.frombuffer(hashlib.new(algorithm, message).digest(), dtype=np.uint8)
    shares = np.empty((len(message), 8))
    for i in range(len(message)):
        for j in range(8):
            changed = bytearray(message)
            changed[i] ^= 0x80 >> j
            digest = np.frombuffer(hashlib.new(algorithm, changed).digest(), dtype=np.uint8)
            shares[i, j] = (digest != reference).mean()
    fig = Figure()
    ax = fig.add_subplot(111)
    ax.imshow(shares, cmap="coolwarm", vmin=0, vmax=1)
    ax.set_xticks(np.arange(8), labels=[7, 6, 5, 4, 3, 2, 1, 0])
    ax.set_xlabel("bit")
    ax.set_ylabel("byte")
    ax.set_title("%s: mean %.3f" % (algorithm.upper(), shares.mean()))
    worst = np.unravel_index(np.abs(shares - 0.5).argmax(), shares.shape)
    return fig, shares, tuple(int(n) for n in worst)
