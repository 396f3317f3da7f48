import numpy as np
import pandas as pd
from scipy.optimize import linprog


def task_func(ingredients, limits, batch):
    if batch <= 0:
        raise ValueError("batch must be positive")
    if any(nutrient not in ingredients.columns for nutrient in limits):
        raise ValueError("unknown nutrient")
    n = len(ingredients)
    a_ub, b_ub = [], []
    for nutrient, (low, high) in limits.items():
        coefficients = ingredients[nutrient].to_numpy()
        if low is not None:
            a_ub.append(-coefficients)
            b_ub.append(-low)
        if high is not None:
            a_ub.append(coefficients)
            b_ub.append(high)
    res = linprog(
        ingredients["price"].to_numpy(),
        A_ub=np.array(a_ub) if a_ub else None,
        b_ub=b_ub or None,
        A_eq=np.ones((1, n)),
        b_eq=[batch],
        bounds=[(0, s) for s in ingredients["stock"]],
        method="highs",
    )
    if res.status != 0:
        return None
    amounts = pd.Series(res.x, index=ingredients.index)
    saving = {
        name: round(-float(m), 4)
        for name, m, x, s in zip(ingredients.index, res.upper.marginals, res.x, ingredients["stock"])
        if s - x < 1e-6
    }
    return {
        "amounts": amounts.round(3),
        "cost": round(float(res.fun), 2),
        "nutrients": {k: round(float(ingredients[k] @ amounts / batch), 4) for k in limits},
        "saving": saving,
    }
