import re
from collections import defaultdict

import matplotlib.pyplot as plt
import numpy as np


def task_func(log, percentiles=(50, 95)):
    pattern = re.compile(r"\b([A-Z]+) (/\S*) (\d{3}) (\d+(?:\.\d+)?)(us|ms|s)$")
    routes = defaultdict(list)
    for line in log.splitlines():
        match = pattern.search(line)
        if not match or int(match.group(3)) >= 500:
            continue
        path = match.group(2).split("?")[0]
        route = "/".join("{id}" if part.isdigit() else part for part in path.split("/"))
        value = float(match.group(4))
        if match.group(5) == "us":
            value /= 1000
        routes[route].append(value)
    if not routes:
        raise ValueError("no requests found")
    fig, ax = plt.subplots()
    everything = []
    for route in sorted(routes):
        values = np.sort(routes[route])
        everything.extend(values)
        ax.plot(values, np.arange(1, len(values) + 1) / len(values), drawstyle="steps-post",
                label=f"{route} ({len(values)})")
    for p in percentiles:
        value = np.percentile(everything, p)
        ax.axvline(value, linestyle=":", label=f"p{p} = {value:.1f} ms")
    ax.set_xscale("log")
    ax.set_ylim(0, 1)
    ax.set_xlabel("latency [ms]")
    ax.set_ylabel("share of requests")
    ax.legend()
    return ax
