import json
from fractions import Fraction

import sympy as sp


def task_func(text):
    chain = json.loads(text)
    for row in chain.values():
        if any(not isinstance(w, int) or w < 0 for w in row.values()):
            raise ValueError("weights must be integers >= 0")
    running = [s for s in chain if any(w > 0 for w in chain[s].values())]
    final = sorted({t for s in running for t in chain[s] if t not in running})

    def prob(s, t):
        return sp.Rational(chain[s].get(t, 0), sum(chain[s].values()))

    q = sp.Matrix(len(running), len(running), lambda i, j: prob(running[i], running[j]))
    r = sp.Matrix(len(running), len(final), lambda i, j: prob(running[i], final[j]))
    fundamental = sp.eye(len(running)) - q
    if fundamental.det() == 0:
        raise ValueError("no final state is reachable")
    fundamental = fundamental.inv()
    absorbed = fundamental * r
    result = {}
    for i, state in enumerate(running):
        steps = sum(fundamental[i, j] for j in range(len(running)))
        result[state] = {
            "steps": Fraction(int(steps.p), int(steps.q)),
            "ends": {t: Fraction(int(absorbed[i, j].p), int(absorbed[i, j].q)) for j, t in enumerate(final)},
        }
    return result
