import numpy as np


def task_func(points, voltages):
    samples = {}
    for t, v in points:
        samples.setdefault(t, []).append(v)
    t = np.array(sorted(samples), dtype=float)
    v = np.array([np.mean(samples[key]) for key in sorted(samples)])
    d = np.diff(v)
    if len(t) < 2 or not (np.all(d > 0) or np.all(d < 0)):
        raise ValueError("The calibration is not monotone")
    if d[0] < 0:
        t, v = t[::-1], v[::-1]
    return [round(float(np.interp(x, v, t)), 3) if v[0] <= x <= v[-1] else None for x in voltages]
