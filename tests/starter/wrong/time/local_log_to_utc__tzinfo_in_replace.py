import re
from datetime import datetime

import pytz


def task_func(lines, zone_name):
    zone = pytz.timezone(zone_name)
    entries = []
    for line in lines:
        match = re.match(r"(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d) (.*)", line)
        if match is None:
            if not entries:
                raise ValueError(f"unexpected continuation line: {line}")
            entries[-1][1] += "\n" + line
            continue
        wall = datetime.strptime(match.group(1), "%Y-%m-%d %H:%M:%S")
        first = wall.replace(tzinfo=zone, fold=0)
        second = wall.replace(tzinfo=zone, fold=1)
        if not entries or first >= entries[-1][0]:
            entries.append([first, match.group(2)])
        elif second >= entries[-1][0]:
            entries.append([second, match.group(2)])
        else:
            raise ValueError(f"out of order: {line}")
    return [(when.astimezone(pytz.utc).strftime("%Y-%m-%dT%H:%M:%SZ"), text) for when, text in entries]
