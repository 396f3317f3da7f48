import numpy as np
import pandas as pd
from scipy.optimize import linprog


def task_func(ingredients, limits, batch):
    if batch <= 0 or not set(limits) <= set(ingredients.columns):
        raise ValueError("invalid batch or nutrient")
    rows, rhs = [], []
    for nutrient, (low, high) in limits.items():
        values = ingredients[nutrient].to_numpy(dtype=float)
        if low is not None:
            rows.append(-values)
            rhs.append(-low * batch)
        if high is not None:
            rows.append(values)
            rhs.append(high * batch)
    stock = ingredients["stock"].to_numpy(dtype=float)
    res = linprog(
        c=ingredients["price"].to_numpy(dtype=float),
        A_ub=np.vstack(rows) if rows else None,
        b_ub=rhs if rows else None,
        A_eq=[np.ones(len(stock))],
        b_eq=[batch],
        bounds=list(zip([0] * len(stock), stock)),
    )
    if not res.success:
        return None
    saving = {}
    for i, name in enumerate(ingredients.index):
        if stock[i] - res.x[i] < 1e-6:
            saving[name] = round(float(res.upper.marginals[i]), 4)
    return {
        "amounts": pd.Series(np.round(res.x, 3), index=ingredients.index),
        "cost": round(float(res.fun), 2),
        "nutrients": {
            k: round(float(np.dot(ingredients[k].to_numpy(dtype=float), res.x) / batch), 4) for k in limits
        },
        "saving": saving,
    }
