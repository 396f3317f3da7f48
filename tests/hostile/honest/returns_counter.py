# task: level_counts
# right: returns a Counter, a dict subclass with an __eq__ of its own
import re
from collections import Counter


def task_func(path):
    counts = Counter()
    with open(path, encoding="utf-8") as lines:
        counts.update(found[1] for found in map(re.compile(r"([A-Z]+): ").match, lines) if found)
    return counts
