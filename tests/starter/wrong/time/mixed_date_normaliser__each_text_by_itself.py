import re
from collections import Counter
from datetime import datetime

from dateutil import parser


def task_func(texts, default_order="day"):
    first_big = second_big = False
    for text in texts:
        m = re.fullmatch(r"\s*(\d{1,2})[./-](\d{1,2})[./-](\d{4})\s*", text)
        if m:
            first_big = first_big or int(m.group(1)) > 12
            second_big = second_big or int(m.group(2)) > 12
    if first_big and second_big:
        raise ValueError("contradicting dates")
    order = "day" if first_big else "month" if second_big else default_order
    dates = []
    failures = Counter()
    for text in texts:
        try:
            a = parser.parse(text, default=datetime(2000, 1, 1)).date()
            b = parser.parse(text, default=datetime(2003, 3, 3)).date()
            value = a if a == b else None
        except (ValueError, OverflowError):
            value = None
        if value is None:
            failures[text] += 1
        dates.append(value)
    return dates, order, failures.most_common()
