from zoneinfo import ZoneInfo

import pandas as pd


def task_func(readings, zone):
    series = pd.Series(
        [value for _, value in readings],
        index=pd.to_datetime([stamp for stamp, _ in readings], utc=True, format="ISO8601"),
    )
    series = series[~series.index.duplicated(keep="last")].sort_index()
    if len(series) < 2:
        raise ValueError("need readings at two different times")
    usage = series.diff()
    usage[usage < 0] = series[usage < 0]
    usage.index = usage.index.tz_convert(ZoneInfo(zone))
    daily = usage.resample("D").sum()
    return pd.DataFrame(
        {
            "day": daily.index.strftime("%Y-%m-%d"),
            "hours": [24.0] * len(daily),
            "kwh": daily.round(3).to_numpy(),
        }
    )
