import calendar
import datetime
from collections import Counter

import matplotlib.pyplot as plt
import numpy as np


def task_func(stamps, year, month, first_weekday=0):
    for stamp in stamps:
        if stamp.tzinfo is None:
            raise ValueError("naive time stamp")
    counter = Counter(s.day for s in stamps if s.year == year and s.month == month)
    weeks = calendar.Calendar(firstweekday=first_weekday).monthdayscalendar(year, month)
    data = np.ma.masked_all((len(weeks), 7))
    for r, week in enumerate(weeks):
        for c, day in enumerate(week):
            if day:
                data[r, c] = counter[day]
    top = max(1, max(counter.values(), default=0))
    fig, ax = plt.subplots()
    ax.imshow(data, cmap="Greens", vmin=0, vmax=top)
    for r, week in enumerate(weeks):
        for c, day in enumerate(week):
            if day:
                color = "white" if counter[day] > top / 2 else "black"
                ax.text(c, r, str(day), ha="center", va="center", color=color)
    names = list(calendar.day_abbr)
    ax.set_xticks(range(7), names[first_weekday:] + names[:first_weekday])
    labels = []
    for week in weeks:
        first = next(d for d in week if d)
        labels.append(f"W{datetime.date(year, month, first).isocalendar()[1]:02d}")
    ax.set_yticks(range(len(weeks)), labels)
    ax.set_title(f"{year}-{month:02d}: {sum(counter.values())} events")
    return ax
