import itertools
from datetime import timedelta


def task_func(expression, after, count):
    parts = expression.split()
    if len(parts) != 5:
        raise ValueError("need five fields")

    def expand(text, low, high):
        result = set()
        for item in text.split(","):
            body, slash, step = item.partition("/")
            step = int(step) if slash else 1
            if body == "*":
                first, last = low, high
            elif "-" in body:
                first, last = map(int, body.split("-"))
            elif slash:
                raise ValueError("step without range")
            else:
                first = last = int(body)
            if not (low <= first <= last <= high) or step < 1:
                raise ValueError(f"bad field {item}")
            result.update(range(first, last + 1, step))
        return result

    minutes = expand(parts[0], 0, 59)
    hours = expand(parts[1], 0, 23)
    days = expand(parts[2], 1, 31)
    months = expand(parts[3], 1, 12)
    weekdays = {w % 7 for w in expand(parts[4], 0, 7)}
    runs = []
    midnight = after.replace(hour=0, minute=0, second=0, microsecond=0)
    for offset in range(3001):
        day = midnight + timedelta(days=offset)
        if day.month not in months or day.day not in days or day.isoweekday() % 7 not in weekdays:
            continue
        for hour, minute in itertools.product(sorted(hours), sorted(minutes)):
            run = day.replace(hour=hour, minute=minute)
            if run > after:
                runs.append(run)
                if len(runs) == count:
                    return runs
    return runs
