import re
from datetime import timedelta
from graphlib import TopologicalSorter


def task_func(plan, start, days_off=()):
    steps = {}
    for line in plan.splitlines():
        if not line.strip():
            continue
        m = re.fullmatch(r"\s*(\w+)\s*:\s*(\d+)(?:\s+after\s+(.+))?\s*", line)
        if not m or m.group(1) in steps or int(m.group(2)) < 1:
            raise ValueError(line)
        deps = [d.strip() for d in m.group(3).split(",")] if m.group(3) else []
        steps[m.group(1)] = (int(m.group(2)), deps)
    for _, deps in steps.values():
        for dep in deps:
            if dep not in steps:
                raise ValueError(dep)
    order = list(TopologicalSorter({k: v[1] for k, v in steps.items()}).static_order())

    def next_working(day):
        while day.weekday() >= 5 or day in days_off:
            day += timedelta(days=1)
        return day

    schedule = {}
    for name in order:
        days, deps = steps[name]
        if deps:
            first = next_working(max(schedule[d][1] for d in deps) + timedelta(days=1))
        else:
            first = next_working(start)
        # the last day is simply the first day plus the duration
        schedule[name] = (first, next_working(first + timedelta(days=days - 1)))
    if not schedule:
        return {}, []
    end = max(last for _, last in schedule.values())
    critical = set()
    stack = [name for name in schedule if schedule[name][1] == end]
    while stack:
        name = stack.pop()
        critical.add(name)
        deps = steps[name][1]
        if deps:
            latest = max(schedule[d][1] for d in deps)
            stack.extend(d for d in deps if schedule[d][1] == latest)
    return {name: schedule[name] for name in steps}, sorted(critical)
