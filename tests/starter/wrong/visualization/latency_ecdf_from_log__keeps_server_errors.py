import re
from collections import defaultdict

import matplotlib.pyplot as plt
import numpy as np


def task_func(log, percentiles=(50, 95)):
    factor = {"us": 1e-3, "ms": 1.0, "s": 1e3}
    regex = re.compile(r"\b[A-Z]+ (/\S*) (\d{3}) (\d+(?:\.\d+)?)(us|ms|s)$")
    data = defaultdict(list)
    for line in log.split("\n"):
        found = regex.search(line)
        if found is None:
            continue
        path, status, number, unit = found.groups()
        if status.startswith("500"):
            continue
        path = path.partition("?")[0]
        route = re.sub(r"/\d+(?=/|$)", "/{id}", path)
        data[route].append(float(number) * factor[unit])
    if not data:
        raise ValueError("the log has no requests")
    _, ax = plt.subplots()
    for route, values in sorted(data.items()):
        values.sort()
        y = [(k + 1) / len(values) for k in range(len(values))]
        ax.plot(values, y, drawstyle="steps-post", label=f"{route} ({len(values)})")
    merged = [v for values in data.values() for v in values]
    for p in percentiles:
        mark = float(np.percentile(merged, p))
        ax.axvline(mark, ls=":", label=f"p{p} = {mark:.1f} ms")
    ax.set(xscale="log", ylim=(0, 1), xlabel="latency [ms]", ylabel="share of requests")
    ax.legend()
    return ax
