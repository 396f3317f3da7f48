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
    if not rota["people"] or len(every) != 1 or set(every) - {"days", "weeks", "months"} or min(every.values()) < 1:
        raise ValueError("invalid rota")
    zone = ZoneInfo(rota["zone"])

    def to_utc(text, delta=None):
        wall = datetime.strptime(text, "%Y-%m-%d %H:%M")
        if delta is not None:
            wall += delta
        return wall.replace(tzinfo=zone).astimezone(timezone.utc)

    turn = 0
    until = to_utc(rota["start"])
    if moment < until:
        return None, until
    while until <= moment:
        turn += 1
        until = to_utc(rota["start"], relativedelta(**{unit: n * turn for unit, n in every.items()}))
    for swap in rota.get("swaps", []):
        if to_utc(swap["from"]) <= moment <= to_utc(swap["until"]):
            return swap["person"], until
    return rota["people"][(turn - 1) % len(rota["people"])], until
