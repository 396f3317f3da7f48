import re
from datetime import datetime

from dateutil import tz
from dateutil.rrule import rrulestr


def task_func(event, begin, end):
    lines = re.sub(r"\r?\n[ \t]", "", event).splitlines()
    wanted = [line for line in lines if re.match(r"(DTSTART|RRULE|RDATE|EXDATE)[:;]", line, re.I)]
    if not any(line.upper().startswith("DTSTART") for line in wanted):
        raise ValueError("DTSTART is missing")
    for line in wanted:
        zone = re.search(r"TZID=([^:;]+)", line)
        if zone and tz.gettz(zone.group(1)) is None:
            raise ValueError(f"unknown zone {zone.group(1)}")
    rules = rrulestr("\n".join(wanted), forceset=True, compatible=True, tzinfos=tz.gettz)
    result = [tz.resolve_imaginary(moment).isoformat() for moment in rules.between(begin, end, inc=True)]
    return result
