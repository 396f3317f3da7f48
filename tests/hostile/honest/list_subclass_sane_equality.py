# task: word_counts
# right: returns a list subclass whose __eq__ is the list's, counted
import re
from collections import Counter


class History(list):
    compared = 0

    def __eq__(self, other):
        History.compared += 1
        return list.__eq__(self, other)

    __hash__ = None


def task_func(text, top=3):
    if top < 1:
        raise ValueError("top must be positive")
    counts = Counter(re.findall(r"[a-z]+", text.lower()))
    return History(sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:top])
