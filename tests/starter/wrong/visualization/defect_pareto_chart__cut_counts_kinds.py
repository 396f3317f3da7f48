from collections import Counter

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.ticker import PercentFormatter


def task_func(defects, cut=0.8, other="other"):
    if not defects or not 0 < cut <= 1:
        raise ValueError("invalid input")
    items = sorted(Counter(defects).items(), key=lambda kv: (-kv[1], kv[0]))
    total = len(defects)
    running, vital = 0, []
    for name, count in items:
        running += count
        if running / total <= cut or not vital:
            vital.append(name)
    rest = items[len(vital):]
    shown = items[: len(vital)]
    if len(rest) > 1:
        shown.append((other, sum(c for _, c in rest)))
    else:
        shown += rest
    names, counts = zip(*shown)
    fig, ax = plt.subplots()
    ax.bar(range(len(names)), counts, color=["tab:red"] * len(vital) + ["tab:gray"] * (len(names) - len(vital)))
    ax.set_xticks(range(len(names)))
    ax.set_xticklabels(names, rotation=45)
    ax.set_ylabel("defects")
    twin = ax.twinx()
    twin.plot(range(len(names)), np.cumsum(counts) / total, marker="o")
    twin.axhline(cut, linestyle="--")
    twin.set_ylim(0, 1.05)
    twin.yaxis.set_major_formatter(PercentFormatter(1.0, decimals=0))
    return ax, twin, vital
