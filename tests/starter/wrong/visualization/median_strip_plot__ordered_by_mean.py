import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
import seaborn as sns


def task_func(table, group, value, least=2):
    data = table[[group, value]].dropna()
    data = data.groupby(group).filter(lambda part: len(part) >= least)
    if data.empty:
        raise ValueError("no group has enough values")
    order = data.groupby(group)[value].mean().sort_values(kind="stable").index.tolist()
    outliers = {}
    flags = pd.Series(False, index=data.index)
    for name in order:
        values = data.loc[data[group] == name, value]
        deviation = (values - values.median()).abs()
        mad = 1.4826 * deviation.median()
        flag = deviation > 3 * mad if mad > 0 else deviation < 0
        flags[values.index] = flag
        outliers[name] = sorted(values[flag].tolist())
    data = data.assign(outlier=flags)
    fig, ax = plt.subplots()
    sns.stripplot(
        data=data, x=group, y=value, order=order, hue="outlier", jitter=False, legend=False, ax=ax,
        palette={True: "crimson", False: "slategray"},
    )
    for i, name in enumerate(order):
        median = np.median(data.loc[data[group] == name, value])
        ax.hlines(median, i - 0.3, i + 0.3, color="black")
    counts = data[group].value_counts()
    ax.set_xticks(range(len(order)), [f"{name}\nn={counts[name]}" for name in order])
    ax.set_xlabel("")
    ax.set_ylabel(value)
    return ax, outliers
