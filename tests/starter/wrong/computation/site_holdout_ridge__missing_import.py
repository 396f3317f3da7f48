import pandas as pd
from sklearn.impute import SimpleImputer
from sklearn.linear_model import Ridge
from sklearn.metrics import mean_absolute_error
from sklearn.preprocessing import OneHotEncoder, StandardScaler


def task_func(table, target, site, strength=1.0):
    X = table.drop(columns=[target, site])
    if X.shape[1] == 0 or table[site].nunique() < 2:
        raise ValueError("invalid table")
    numeric = X.select_dtypes("number").columns.tolist()
    other = [c for c in X.columns if c not in numeric]
    results = []
    for name in table[site].unique():
        test = table[site] == name
        preprocess = ColumnTransformer(
            [
                ("num", Pipeline([("impute", SimpleImputer(strategy="median")), ("scale", StandardScaler())]), numeric),
                ("cat", OneHotEncoder(handle_unknown="ignore"), other),
            ]
        )
        model = Pipeline([("prep", preprocess), ("ridge", Ridge(alpha=strength))])
        model.fit(X[~test], table.loc[~test, target])
        pred = model.predict(X[test])
        y = table.loc[test, target]
        results.append(
            {
                "site": name,
                "rows": int(test.sum()),
                "mae": round(mean_absolute_error(y, pred), 4),
                "bias": round((pred - y).mean(), 4),
                "naive": round((y - table.loc[~test, target].mean()).abs().mean(), 4),
            }
        )
    return pd.DataFrame(results).set_index("site").sort_values("mae", ascending=False)
