import calendar
import datetime

import matplotlib.pyplot as plt
import numpy as np


def task_func(stamps, year, month, first_weekday=0):
    counts = {}
    total = 0
    for stamp in stamps:
        if stamp.tzinfo is None or stamp.utcoffset() is None:
            raise ValueError("stamps must be timezone aware")
        utc = stamp.astimezone(datetime.timezone.utc)
        if utc.year == year and utc.month == month:
            counts[utc.day] = counts.get(utc.day, 0) + 1
            total += 1
    weeks = np.array(calendar.monthcalendar(year, month))
    grid = np.vectorize(lambda day: counts.get(day, 0))(weeks)
    top = max(1, grid.max())
    fig, ax = plt.subplots()
    ax.imshow(np.ma.masked_where(weeks == 0, grid), cmap="Greens", vmin=0, vmax=top)
    for (row, col), day in np.ndenumerate(weeks):
        if day > 0:
            color = "white" if grid[row, col] > top / 2 else "black"
            ax.text(col, row, f"{day}", ha="center", va="center", color=color)
    ax.set_xticks(range(7), ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"])
    firsts = [min(day for day in week if day > 0) for week in weeks]
    ax.set_yticks(range(len(weeks)), [datetime.date(year, month, int(d)).strftime("W%V") for d in firsts])
    ax.set_title(f"{year}-{month:02d}: {total} events")
    return ax
