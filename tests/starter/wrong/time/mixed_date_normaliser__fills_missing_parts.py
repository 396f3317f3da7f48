import re
from collections import Counter

from dateutil import parser


def task_func(texts, default_order="day"):
    votes = set()
    for text in texts:
        m = re.match(r"^\s*(\d{1,2})[./-](\d{1,2})[./-]\d{4}\s*$", text)
        if m:
            if int(m.group(1)) > 12:
                votes.add("day")
            if int(m.group(2)) > 12:
                votes.add("month")
    if len(votes) > 1:
        raise ValueError("mixed day-first and month-first dates")
    order = votes.pop() if votes else default_order
    dates, unreadable = [], Counter()
    for text in texts:
        try:
            dates.append(parser.parse(text, dayfirst=(order == "day")).date())
        except (ValueError, OverflowError):
            dates.append(None)
            unreadable[text] += 1
    return dates, order, unreadable.most_common()
