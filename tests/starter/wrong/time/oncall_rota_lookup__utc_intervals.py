from datetime import datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import yaml


def task_func(document, moment):
    try:
        rota = yaml.safe_load(document)
    except yaml.YAMLError:
        raise ValueError("invalid YAML")
    people, every = rota["people"], rota["every"]
    if not people or len(every) != 1 or min(every.values()) < 1:
        raise ValueError("invalid rota")
    zone = ZoneInfo(rota["zone"])
    start = datetime.strptime(rota["start"], "%Y-%m-%d %H:%M").replace(tzinfo=zone).astimezone(timezone.utc)
    if "months" in every:
        period = timedelta(days=30 * every["months"])
    else:
        period = timedelta(**every)
    if moment < start:
        return None, start
    turn = (moment - start) // period
    person = people[turn % len(people)]
    for swap in rota.get("swaps", []):
        begin = datetime.strptime(swap["from"], "%Y-%m-%d %H:%M").replace(tzinfo=zone)
        end = datetime.strptime(swap["until"], "%Y-%m-%d %H:%M").replace(tzinfo=zone)
        if begin <= moment < end:
            person = swap["person"]
    return person, start + (turn + 1) * period
