import numpy as np
import pandas as pd
from sklearn.cluster import DBSCAN


def task_func(fixes, radius_m=60.0, min_fixes=3):
    if (abs(fixes["lat"]) > 90).any() or (abs(fixes["lon"]) > 180).any():
        raise ValueError("coordinates out of range")
    earth = 6371008.8
    columns = ["lat", "lon", "fixes", "vehicles", "spread_m"]
    slow = fixes.loc[fixes["speed"] < 1.5].copy()
    if len(slow) == 0:
        return pd.DataFrame(columns=columns), 0
    rad = np.radians(slow[["lat", "lon"]].to_numpy())
    slow["stop"] = DBSCAN(eps=radius_m / earth, min_samples=min_fixes, metric="haversine").fit(rad).labels_
    rows = []
    for _, group in slow.groupby("stop"):
        lat, lon = group["lat"].mean(), group["lon"].mean()
        p, q = np.radians(group["lat"]), np.radians(group["lon"])
        p0, q0 = np.radians(lat), np.radians(lon)
        h = np.sin((p - p0) / 2) ** 2 + np.cos(p) * np.cos(p0) * np.sin((q - q0) / 2) ** 2
        spread = (2 * earth * np.arcsin(np.sqrt(h))).max()
        rows.append((round(lat, 5), round(lon, 5), len(group), group["vehicle"].nunique(), round(spread, 1)))
    stops = pd.DataFrame(rows, columns=columns).sort_values(
        ["vehicles", "fixes", "lat"], ascending=[False, False, True], ignore_index=True
    )
    return stops, int((slow["stop"] == -1).sum())
