import calendar
from datetime import datetime, timezone

import numpy as np
import pytz
from matplotlib.figure import Figure


def task_func(stamps, zone_name):
    tz = pytz.timezone(zone_name)
    counts = np.zeros((7, 24), dtype=int)
    for stamp in stamps:
        local = datetime.fromtimestamp(stamp, timezone.utc).replace(tzinfo=tz)
        counts[local.weekday(), local.hour] += 1
    fig = Figure()
    ax = fig.add_subplot(111)
    im = ax.imshow(counts, cmap="magma", vmin=0, vmax=max(1, counts.max()))
    fig.colorbar(im, ax=ax, label="events")
    ax.set_title(f"Activity in {zone_name} (n = {counts.sum()})")
    ax.set_xlabel("hour")
    ax.set_xticks(range(0, 24, 6))
    ax.set_yticks(range(7), labels=list(calendar.day_abbr))
    peak = counts.max()
    if peak:
        for weekday in range(7):
            for hour in range(24):
                if counts[weekday, hour] == peak:
                    ax.text(hour, weekday, str(peak), ha="center", va="center")
    return fig, counts
