from datetime import datetime, timezone
from zoneinfo import ZoneInfo

import yaml
from dateutil.relativedelta import relativedelta


def task_func(document, moment):
    try:
        rota = yaml.safe_load(document)
    except yaml.YAMLError as exc:
        raise ValueError("invalid YAML") from exc
    every = rota["every"]
    if not rota["people"] or len(every) != 1:
        raise ValueError("invalid rota")
    (unit, amount), = every.items()
    if unit not in ("days", "weeks", "months") or amount < 1:
        raise ValueError("invalid interval")
    zone = ZoneInfo(rota["zone"])

    def parse(text):
        return datetime.strptime(text, "%Y-%m-%d %H:%M").replace(tzinfo=zone)

    current = parse(rota["start"])
    if moment < current.astimezone(timezone.utc):
        return None, current.astimezone(timezone.utc)
    index = 0
    following = current + relativedelta(**{unit: amount})
    while following.astimezone(timezone.utc) <= moment:
        current, index = following, index + 1
        following = current + relativedelta(**{unit: amount})
    person = rota["people"][index % len(rota["people"])]
    for swap in rota.get("swaps") or []:
        if parse(swap["from"]) <= moment < parse(swap["until"]):
            person = swap["person"]
    return person, following.astimezone(timezone.utc)
