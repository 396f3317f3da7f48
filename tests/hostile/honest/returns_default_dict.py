# task: level_counts
# right: returns a defaultdict of a subclass with a harmless __missing__
import re
from collections import defaultdict


class Counts(defaultdict):
    def __repr__(self):
        return f"Counts({dict(self)!r})"


def task_func(path):
    counts = Counts(int)
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            found = re.match(r"([A-Z]+): ", line)
            if found:
                counts[found[1]] += 1
    return counts
