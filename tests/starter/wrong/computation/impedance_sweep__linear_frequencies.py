import cmath
import math
import re

import numpy as np
import pandas as pd

PREFIX = {"": 1, "p": 1e-12, "n": 1e-9, "u": 1e-6, "m": 1e-3, "k": 1e3, "M": 1e6}


def task_func(circuit, start, stop, points=5):
    if start <= 0 or stop <= 0:
        raise ValueError("Frequencies must be positive")

    def impedance(node, omega):
        if isinstance(node, str):
            match = re.match(r"([RLC])(\d+\.?\d*)([pnumkM]?)$", node)
            if not match:
                raise ValueError(f"Malformed part: {node}")
            kind, number, prefix = match.groups()
            value = float(number) * PREFIX[prefix]
            if value == 0:
                raise ValueError(f"Zero part: {node}")
            if kind == "R":
                return value
            if kind == "L":
                return 1j * omega * value
            return 1 / (1j * omega * value)
        if not node or len(node) < 2:
            raise ValueError("Empty circuit")
        children = [impedance(child, omega) for child in node[1:]]
        if node[0] == "series":
            return sum(children)
        if node[0] == "parallel":
            return 1 / sum(1 / c for c in children)
        raise ValueError(f"Unknown connection: {node[0]}")

    data = []
    for f in np.linspace(start, stop, points):
        r, phi = cmath.polar(impedance(circuit, 2 * math.pi * f))
        data.append((float(f"{f:.6g}"), float(f"{r:.6g}"), round(math.degrees(phi), 2)))
    return pd.DataFrame(data, columns=["hertz", "ohms", "degrees"])
