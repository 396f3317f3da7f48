import cmath
import math
import re

import numpy as np
import pandas as pd


def task_func(circuit, start, stop, points=5):
    if start <= 0 or stop <= 0:
        raise ValueError("start and stop must be positive")
    scale = {"": 1.0, "p": 1e-12, "n": 1e-9, "u": 1e-6, "m": 1e-3, "k": 1e3, "M": 1e6}

    def z(node, w):
        if isinstance(node, str):
            m = re.fullmatch(r"([RLC])(\d+(?:\.\d+)?)([pnumkM]?)", node)
            if m is None or float(m.group(2)) == 0:
                raise ValueError(f"bad part {node}")
            value = float(m.group(2)) * scale[m.group(3)]
            if m.group(1) == "R":
                return complex(value)
            return 1j * w * value if m.group(1) == "L" else 1 / (1j * w * value)
        if len(node) < 2 or node[0] not in ("series", "parallel"):
            raise ValueError("bad circuit")
        parts = [z(child, w) for child in node[1:]]
        if node[0] == "series":
            return sum(parts)
        return 1 / sum(1 / p for p in parts)

    rows = []
    for f in np.geomspace(start, stop, points):
        total = z(circuit, 2 * math.pi * f)
        rows.append([float(f"{f:.6g}"), float(f"{abs(total):.6g}"), round(cmath.phase(total), 2)])
    return pd.DataFrame(rows, columns=["hertz", "ohms", "degrees"])
