from statistics import median

import matplotlib.pyplot as plt
import pandas as pd
import seaborn as sns


def task_func(table, group, value, least=2):
    clean = table.dropna(subset=[group, value])
    groups = {k: v[value].tolist() for k, v in clean.groupby(group) if len(v) >= least}
    if not groups:
        raise ValueError("nothing to plot")
    order = sorted(groups, key=lambda k: (median(groups[k]), k))
    outliers, rows = {}, []
    for name in order:
        centre = median(groups[name])
        mad = median(abs(v - centre) for v in groups[name])
        outliers[name] = sorted(v for v in groups[name] if mad and abs(v - centre) > 3 * mad)
        rows += [(name, v, v in outliers[name]) for v in groups[name]]
    data = pd.DataFrame(rows, columns=[group, value, "is_outlier"])
    fig, ax = plt.subplots()
    sns.stripplot(data=data, x=group, y=value, hue="is_outlier", order=order, jitter=False, ax=ax, legend=False,
                  palette={False: "slategray", True: "crimson"})
    for position, name in enumerate(order):
        ax.hlines(median(groups[name]), position - 0.3, position + 0.3, color="black")
    ax.set_xticks(range(len(order)))
    ax.set_xticklabels([f"{name}\nn={len(groups[name])}" for name in order])
    ax.set_xlabel("")
    ax.set_ylabel(value)
    return ax, outliers
