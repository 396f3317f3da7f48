import datetime

import matplotlib.dates as mdates
import matplotlib.pyplot as plt
import yaml


def task_func(plan, today=None):
    data = yaml.safe_load(plan)
    tasks = data["tasks"] or {}
    if not tasks:
        raise ValueError("The plan has no tasks")
    schedule = {}
    pending = dict(tasks)
    for name, task in tasks.items():
        for other in task.get("after", []):
            if other not in tasks:
                raise ValueError(f"Unknown task: {other}")
    while pending:
        ready = [n for n, t in pending.items() if all(o in schedule for o in t.get("after", []))]
        if not ready:
            raise ValueError("Circular dependencies")
        for name in ready:
            task = pending.pop(name)
            begin = max((schedule[o][1] for o in task.get("after", [])), default=data["start"])
            schedule[name] = (begin, begin + datetime.timedelta(days=task["days"] - 1))
    schedule = {name: schedule[name] for name in tasks}
    fig, ax = plt.subplots()
    for row, (name, (first, last)) in enumerate(schedule.items()):
        ax.barh(row, tasks[name]["days"], left=mdates.date2num(first), height=0.6, color="lightsteelblue")
        done = tasks[name].get("done", 0)
        if done:
            ax.barh(row, tasks[name]["days"] * done, left=mdates.date2num(first), height=0.6, color="steelblue")
    end = max(last for _, last in schedule.values()) + datetime.timedelta(days=1)
    ax.set_xlim(mdates.date2num(data["start"]), mdates.date2num(end))
    ax.set_yticks(range(len(schedule)), list(schedule))
    ax.invert_yaxis()
    ax.xaxis.set_major_formatter(mdates.DateFormatter("%d %b"))
    if today and data["start"] <= today < end:
        ax.axvline(mdates.date2num(today), color="red")
    return ax, schedule
