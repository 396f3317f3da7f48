# task: level_counts
# right: replaces print and wraps open in its own module only
import builtins
import re


def open(path, *args, **kwargs):
    kwargs.setdefault("encoding", "utf-8")
    return builtins.open(path, *args, **kwargs)


def print(*args, **kwargs):
    pass


def task_func(path):
    counts = {}
    with open(path) as lines:
        for line in lines:
            if found := re.match(r"([A-Z]+): ", line):
                counts[found[1]] = counts.get(found[1], 0) + 1
    print(counts)
    return counts
