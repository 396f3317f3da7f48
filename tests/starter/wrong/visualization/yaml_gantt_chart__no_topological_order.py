import datetime

import matplotlib.dates as mdates
import matplotlib.pyplot as plt
import yaml


def task_func(plan, today=None):
    data = yaml.safe_load(plan)
    tasks = data.get("tasks")
    if not tasks:
        raise ValueError("no tasks")
    start = data["start"]
    schedule = {}
    fig, ax = plt.subplots()
    for i, (name, task) in enumerate(tasks.items()):
        begin = start
        for other in task.get("after", []):
            if other not in tasks:
                raise ValueError(f"unknown task {other}")
            if other not in schedule:
                raise ValueError(f"circular dependency on {other}")
            begin = max(begin, schedule[other][1] + datetime.timedelta(days=1))
        end = begin + datetime.timedelta(days=task["days"] - 1)
        schedule[name] = (begin, end)
        left = mdates.date2num(begin)
        ax.barh(i, task["days"], left=left, height=0.6, color="lightsteelblue")
        done = task.get("done", 0)
        if done > 0:
            ax.barh(i, task["days"] * done, left=left, height=0.6, color="steelblue")
    finish = max(end for _, end in schedule.values()) + datetime.timedelta(days=1)
    ax.set_xlim(mdates.date2num(start), mdates.date2num(finish))
    ax.set_yticks(range(len(tasks)))
    ax.set_yticklabels(list(tasks))
    ax.invert_yaxis()
    ax.xaxis.set_major_formatter(mdates.DateFormatter("%d %b"))
    if today is not None and start <= today < finish:
        ax.axvline(mdates.date2num(today), color="red")
    return ax, schedule
