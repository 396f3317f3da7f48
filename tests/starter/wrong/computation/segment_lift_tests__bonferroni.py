import math
from statistics import NormalDist

import pandas as pd


def task_func(visits, level=0.05):
    if visits.empty:
        raise ValueError("no visits")
    rows = []
    for segment, group in visits.groupby("segment"):
        control = group.loc[group["arm"] == "control", "converted"]
        treatment = group.loc[group["arm"] == "treatment", "converted"]
        if control.empty or treatment.empty:
            raise ValueError(f"segment {segment} lacks an arm")
        p1, p2 = control.mean(), treatment.mean()
        pooled = group["converted"].mean()
        if pooled in (0, 1):
            p = 1.0
        else:
            se = math.sqrt(pooled * (1 - pooled) * (1 / len(control) + 1 / len(treatment)))
            p = 2 * (1 - NormalDist().cdf(abs(p2 - p1) / se))
        rows.append((segment, p1, p2, p2 / p1 - 1 if p1 > 0 else float("nan"), p))
    table = pd.DataFrame(rows, columns=["segment", "control", "treatment", "lift", "p"])
    table = table.sort_values(["p", "segment"], ignore_index=True)
    table["adjusted"] = (table["p"] * len(table)).clip(upper=1.0)
    table["significant"] = table["adjusted"] <= level
    return table.round(4)
