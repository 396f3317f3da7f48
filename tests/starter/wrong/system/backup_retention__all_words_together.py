import os
import re
import shutil
from datetime import date


def task_func(folder, daily, weekly, monthly, dry_run=False):
    if daily < 0 or weekly < 0 or monthly < 0 or daily + weekly + monthly == 0:
        raise ValueError("nothing to keep")
    found = {}
    for name in os.listdir(folder):
        m = re.fullmatch(r"[A-Za-z0-9]+-([0-9]{4})([0-9]{2})([0-9]{2})(\..+)?", name)
        if m:
            try:
                found[name] = date(int(m[1]), int(m[2]), int(m[3]))
            except ValueError:
                pass
    dates = sorted(set(found.values()), reverse=True)
    keep = set(dates[:daily])
    weeks, months = {}, {}
    for d in dates:
        weeks.setdefault(d.isocalendar()[:2], d)
        months.setdefault((d.year, d.month), d)
    keep |= set(list(weeks.values())[:weekly]) | set(list(months.values())[:monthly])
    doomed = sorted(name for name, d in found.items() if d not in keep)
    if not dry_run:
        for name in doomed:
            path = os.path.join(folder, name)
            if os.path.isdir(path) and not os.path.islink(path):
                shutil.rmtree(path)
            else:
                os.remove(path)
    return doomed
