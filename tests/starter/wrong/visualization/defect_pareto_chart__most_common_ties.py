from collections import Counter

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.ticker import PercentFormatter


def task_func(defects, cut=0.8, other="other"):
    if len(defects) == 0:
        raise ValueError("no defects given")
    if cut <= 0 or cut > 1:
        raise ValueError("cut must be in (0, 1]")
    ranking = Counter(defects).most_common()
    cumulative = np.cumsum([c for _, c in ranking]) / len(defects)
    vital = int(np.argmax(cumulative >= cut)) + 1
    names = [n for n, _ in ranking]
    counts = [c for _, c in ranking]
    vital_names = names[:vital]
    if len(names) > vital + 1:
        names = names[:vital] + [other]
        counts = counts[:vital] + [sum(counts[vital:])]
    fig, ax = plt.subplots()
    x = np.arange(len(names))
    ax.bar(x, counts, color=["tab:red" if i < vital else "tab:gray" for i in x])
    ax.set_xticks(x, names, rotation=45)
    ax.set_ylabel("defects")
    ax2 = ax.twinx()
    ax2.plot(x, np.cumsum(counts) / sum(counts), marker="o")
    ax2.axhline(cut, ls="--")
    ax2.set_ylim(0, 1.05)
    ax2.yaxis.set_major_formatter(PercentFormatter(xmax=1, decimals=0))
    return ax, ax2, vital_names
