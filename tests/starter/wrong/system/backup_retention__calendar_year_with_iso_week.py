import re
import shutil
from datetime import datetime
from pathlib import Path


def task_func(folder, daily, weekly, monthly, dry_run=False):
    if min(daily, weekly, monthly) < 0 or daily == weekly == monthly == 0:
        raise ValueError("invalid retention policy")
    groups = {}
    for entry in Path(folder).iterdir():
        match = re.fullmatch(r"([A-Za-z0-9]+)-([0-9]{8})(\..+)?", entry.name)
        if not match:
            continue
        try:
            day = datetime.strptime(match.group(2), "%Y%m%d").date()
        except ValueError:
            continue
        groups.setdefault(match.group(1), {}).setdefault(day, []).append(entry)
    delete = []
    for days in groups.values():
        ordered = sorted(days, reverse=True)
        keep = set(ordered[:daily])
        for limit, key in ((weekly, lambda d: (d.year, d.isocalendar()[1])), (monthly, lambda d: (d.year, d.month))):
            seen = []
            for day in ordered:
                if key(day) not in seen:
                    seen.append(key(day))
                    if len(seen) <= limit:
                        keep.add(day)
        for day, entries in days.items():
            if day not in keep:
                delete.extend(entries)
    if not dry_run:
        for entry in delete:
            if entry.is_dir() and not entry.is_symlink():
                shutil.rmtree(entry)
            else:
                entry.unlink()
    return sorted(entry.name for entry in delete)
