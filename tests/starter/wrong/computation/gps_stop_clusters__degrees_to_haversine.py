import math

import numpy as np
import pandas as pd
from sklearn.cluster import DBSCAN


def task_func(fixes, radius_m=60.0, min_fixes=3):
    if not fixes["lat"].between(-90, 90).all() or not fixes["lon"].between(-180, 180).all():
        raise ValueError("invalid coordinates")
    earth = 6371008.8
    columns = ["lat", "lon", "fixes", "vehicles", "spread_m"]
    slow = fixes[fixes["speed"] < 1.5].copy()
    if slow.empty:
        return pd.DataFrame(columns=columns), 0
    model = DBSCAN(eps=radius_m / earth, min_samples=min_fixes, metric="haversine")
    slow["label"] = model.fit_predict(slow[["lat", "lon"]])

    def dist(a, b):
        la1, lo1, la2, lo2 = map(math.radians, (*a, *b))
        h = math.sin((la2 - la1) / 2) ** 2 + math.cos(la1) * math.cos(la2) * math.sin((lo2 - lo1) / 2) ** 2
        return 2 * earth * math.asin(math.sqrt(h))

    rows = []
    for label, group in slow[slow["label"] >= 0].groupby("label"):
        centre = (group["lat"].mean(), group["lon"].mean())
        spread = max(dist(p, centre) for p in zip(group["lat"], group["lon"]))
        rows.append(
            [round(centre[0], 5), round(centre[1], 5), len(group), group["vehicle"].nunique(), round(spread, 1)]
        )
    stops = pd.DataFrame(rows, columns=columns)
    stops = stops.sort_values(["vehicles", "fixes", "lat"], ascending=[False, False, True]).reset_index(drop=True)
    return stops, int(np.sum(slow["label"] == -1))
