import math
from collections import defaultdict

from scipy.interpolate import PchipInterpolator


def task_func(points, voltages):
    grouped = defaultdict(list)
    for temperature, voltage in points:
        grouped[temperature].append(voltage)
    pairs = [(sum(v) / len(v), t) for t, v in sorted(grouped.items())]
    levels = [p[0] for p in pairs]
    if len(levels) < 2:
        raise ValueError("at least two temperatures are needed")
    if not (all(a < b for a, b in zip(levels, levels[1:])) or all(a > b for a, b in zip(levels, levels[1:]))):
        raise ValueError("voltages must be monotone")
    pairs.sort()
    inverse = PchipInterpolator([p[0] for p in pairs], [p[1] for p in pairs], extrapolate=False)
    result = []
    for voltage in voltages:
        temperature = float(inverse(voltage))
        result.append(None if math.isnan(temperature) else round(temperature, 3))
    return result
