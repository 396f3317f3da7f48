import matplotlib.pyplot as plt
import numpy as np
import seaborn as sns
from scipy.stats import spearmanr


def task_func(table, alpha=0.05):
    numeric = table.select_dtypes("number")
    numeric = numeric.loc[:, numeric.nunique(dropna=True) > 1]
    if len(numeric.columns) < 2:
        raise ValueError("not enough numeric columns")
    matrix = numeric.corr(method="spearman")
    annotations = matrix.copy().astype(object)
    for a in numeric.columns:
        for b in numeric.columns:
            pair = numeric[[a, b]].dropna().to_numpy() if a != b else None
            star = ""
            if pair is not None and spearmanr(pair[:, 0], pair[:, 1]).pvalue < alpha:
                star = "*"
            annotations.loc[a, b] = f"{matrix.loc[a, b]:.2f}{star}"
    shown = matrix.iloc[1:, :-1]
    fig, ax = plt.subplots()
    sns.heatmap(
        shown,
        mask=np.triu(np.ones(shown.shape, dtype=bool)),
        annot=annotations.iloc[1:, :-1],
        fmt="",
        vmin=-1,
        vmax=1,
        cmap="coolwarm",
        cbar=False,
        square=True,
        ax=ax,
    )
    ax.set_title(f"n = {len(table)}")
    return ax, matrix
