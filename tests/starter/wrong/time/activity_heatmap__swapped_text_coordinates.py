import calendar
from datetime import datetime

import numpy as np
import pytz
from matplotlib.figure import Figure


def task_func(stamps, zone_name):
    tz = pytz.timezone(zone_name)
    counts = np.zeros((7, 24), dtype=int)
    for stamp in stamps:
        local = datetime.fromtimestamp(stamp, tz=tz)
        counts[local.weekday(), local.hour] += 1
    fig = Figure()
    ax = fig.add_subplot(111)
    im = ax.imshow(counts, cmap="magma", vmin=0, vmax=max(1, counts.max()))
    fig.colorbar(im, ax=ax, label="events")
    ax.set_title(f"Activity in {zone_name} (n = {counts.sum()})")
    ax.set_xlabel("hour")
    ax.set_xticks([0, 6, 12, 18])
    ax.set_yticks(range(7))
    ax.set_yticklabels(list(calendar.day_abbr))
    if counts.any():
        for i, j in zip(*np.where(counts == counts.max())):
            ax.text(i, j, str(counts[i, j]), ha="center", va="center")
    return fig, counts
