from datetime import timedelta

import numpy as np
import pandas as pd


def task_func(readings, zone):
    frame = pd.DataFrame(readings, columns=["time", "value"])
    frame["time"] = pd.to_datetime(frame["time"], utc=True, format="ISO8601")
    frame = frame.drop_duplicates("time", keep="last").sort_values("time")
    if len(frame) < 2:
        raise ValueError("At least two readings are needed")
    diff = frame["value"].diff()
    usage = np.where(diff < 0, frame["value"], diff)
    total = np.nancumsum(usage)
    seconds = [t.timestamp() for t in frame["time"]]
    start = frame["time"].iloc[0].normalize()
    end = frame["time"].iloc[-1].normalize() + timedelta(days=1)
    days = pd.date_range(start, end, freq="D")
    edges = [d.timestamp() for d in days]
    used = np.interp(edges, seconds, total)
    return pd.DataFrame(
        {
            "day": days[:-1].strftime("%Y-%m-%d"),
            "hours": np.diff(edges) / 3600,
            "kwh": np.round(np.diff(used), 3),
        }
    )
