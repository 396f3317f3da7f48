import re
from collections import defaultdict
from datetime import timedelta
from graphlib import CycleError, TopologicalSorter


def task_func(plan, start, days_off=()):
    durations, needs = {}, defaultdict(list)
    for line in plan.splitlines():
        line = line.strip()
        if not line:
            continue
        match = re.match(r"^(\w+)\s*:\s*([1-9]\d*)(?:\s+after\s+(\w+(?:\s*,\s*\w+)*))?$", line)
        if not match:
            raise ValueError(f"Invalid line: {line}")
        name, days, deps = match.groups()
        if name in durations:
            raise ValueError(f"Duplicate step: {name}")
        durations[name] = int(days)
        if deps:
            needs[name] = [d.strip() for d in deps.split(",")]
    try:
        order = list(TopologicalSorter({n: needs[n] for n in durations}).static_order())
    except CycleError:
        raise ValueError("Cycle in plan")
    finish = {}
    for name in order:
        finish[name] = durations.get(name, 0) + max((finish[d] for d in needs[name]), default=0)
    total = max(finish.values(), default=0)
    latest = {name: total for name in order}
    for name in reversed(order):
        for dep in needs[name]:
            latest[dep] = min(latest[dep], latest[name] - durations[name])
    days, day = [], start
    while len(days) < total:
        if day.weekday() not in (5, 6) and day not in days_off:
            days.append(day)
        day = day + timedelta(1)
    schedule = {n: (days[finish[n] - durations[n]], days[finish[n] - 1]) for n in durations}
    return schedule, sorted(n for n in durations if latest[n] == finish[n])
