import re
from datetime import datetime

import pytz


def task_func(lines, zone_name):
    zone = pytz.timezone(zone_name)
    entries = []
    for line in lines:
        match = re.match(r"^(\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}) (.*)$", line)
        if not match:
            if not entries:
                raise ValueError("log starts with a continuation line")
            entries[-1] = (entries[-1][0], entries[-1][1] + "\n" + line)
            continue
        local = zone.localize(datetime.strptime(match.group(1), "%Y-%m-%d %H:%M:%S"))
        instant = local.astimezone(pytz.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
        if entries and instant < entries[-1][0]:
            raise ValueError("entries are not in chronological order")
        entries.append((instant, match.group(2)))
    return entries
