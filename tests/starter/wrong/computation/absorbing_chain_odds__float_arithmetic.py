import json
from fractions import Fraction

import numpy as np


def task_func(text):
    chain = json.loads(text)
    for row in chain.values():
        for weight in row.values():
            if isinstance(weight, bool) or not isinstance(weight, int) or weight < 0:
                raise ValueError("weights must be non-negative integers")
    running = [s for s, row in chain.items() if sum(row.values()) > 0]
    final = sorted({t for row in chain.values() for t in row if t not in running})
    n = len(running)
    q = np.zeros((n, n))
    r = np.zeros((n, len(final)))
    for i, state in enumerate(running):
        total = sum(chain[state].values())
        for target, weight in chain[state].items():
            if target in running:
                q[i, running.index(target)] = weight / total
            else:
                r[i, final.index(target)] = weight / total
    try:
        visits = np.linalg.inv(np.eye(n) - q)
    except np.linalg.LinAlgError as exc:
        raise ValueError("a running state never reaches a final state") from exc
    ends = visits @ r
    return {
        state: {
            "steps": Fraction(float(visits[i].sum())),
            "ends": {t: Fraction(float(ends[i, j])) for j, t in enumerate(final) if ends[i, j] > 0},
        }
        for i, state in enumerate(running)
    }
