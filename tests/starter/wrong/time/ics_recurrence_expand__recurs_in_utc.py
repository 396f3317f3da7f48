import re
from datetime import datetime, timezone

from dateutil import tz
from dateutil.rrule import rruleset, rrulestr


def task_func(event, begin, end):
    text = re.sub(r"\r?\n[ \t]", "", event)
    start, rules, extra, excluded = None, [], [], []

    def parse(value, params):
        zone = tz.UTC
        for param in params:
            if param.upper().startswith("TZID="):
                zone = tz.gettz(param[5:])
                if zone is None:
                    raise ValueError("unknown TZID")
        moments = []
        for item in value.split(","):
            moment = datetime.strptime(item.rstrip("Z"), "%Y%m%dT%H%M%S")
            moments.append(moment.replace(tzinfo=tz.UTC if item.endswith("Z") else zone))
        return moments

    for line in text.splitlines():
        name, _, value = line.partition(":")
        name, *params = name.split(";")
        name = name.upper()
        if name == "DTSTART":
            start = parse(value, params)[0]
        elif name == "RRULE":
            rules.append(value)
        elif name == "RDATE":
            extra += parse(value, params)
        elif name == "EXDATE":
            excluded += parse(value, params)
    if start is None:
        raise ValueError("no DTSTART")
    occurrences = rruleset()
    occurrences.rdate(start)
    for rule in rules:
        occurrences.rrule(rrulestr(rule, dtstart=start.astimezone(timezone.utc)))
    for moment in extra:
        occurrences.rdate(moment)
    for moment in excluded:
        occurrences.exdate(moment)
    result = []
    for moment in occurrences:
        if moment >= end:
            break
        if moment >= begin:
            result.append(moment.astimezone(start.tzinfo).isoformat())
    return result
