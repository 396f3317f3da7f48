import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
import seaborn as sns
from scipy.stats import pearsonr


def task_func(table, alpha=0.05):
    df = table.select_dtypes(include=np.number)
    df = df[[c for c in df.columns if df[c].nunique() >= 2]]
    if df.shape[1] < 2:
        raise ValueError("At least two usable columns are required")
    matrix = df.corr()
    labels = pd.DataFrame("", index=matrix.index, columns=matrix.columns)
    for a in df:
        for b in df:
            pair = df[[a, b]].dropna() if a != b else df[[a]].dropna()
            p = pearsonr(pair[a], pair[b])[1] if a != b else 0
            labels.loc[a, b] = f"{matrix.loc[a, b]:.2f}" + ("*" if p < alpha else "")
    shown = matrix.iloc[1:, :-1]
    mask = np.triu(np.ones_like(shown, dtype=bool), k=1)
    fig, ax = plt.subplots()
    sns.heatmap(shown, mask=mask, annot=labels.iloc[1:, :-1], fmt="", vmin=-1, vmax=1, cmap="coolwarm",
                cbar=False, square=True, ax=ax)
    ax.set_title(f"n = {len(table)}")
    return ax, matrix
