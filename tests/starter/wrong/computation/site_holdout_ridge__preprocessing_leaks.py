import numpy as np
import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.model_selection import LeaveOneGroupOut
from sklearn.preprocessing import StandardScaler


def task_func(table, target, site, strength=1.0):
    features = table.drop(columns=[target, site])
    if features.shape[1] == 0 or table[site].nunique() < 2:
        raise ValueError("need features and at least two sites")
    numeric = features.select_dtypes(include="number").columns
    x = pd.get_dummies(features, columns=[c for c in features if c not in numeric], dtype=float)
    x[numeric] = x[numeric].fillna(x[numeric].median())
    if len(numeric):
        x[numeric] = StandardScaler().fit_transform(x[numeric])
    x = x.to_numpy(dtype=float)
    y = table[target].to_numpy(dtype=float)
    rows = {}
    for train, test in LeaveOneGroupOut().split(x, y, table[site]):
        model = Ridge(alpha=strength).fit(x[train], y[train])
        error = model.predict(x[test]) - y[test]
        rows[table[site].iloc[test[0]]] = {
            "rows": len(test),
            "mae": round(np.abs(error).mean(), 4),
            "bias": round(error.mean(), 4),
            "naive": round(np.abs(y[test] - y[train].mean()).mean(), 4),
        }
    return pd.DataFrame(rows).T.astype({"rows": int}).sort_values("mae", ascending=False)
