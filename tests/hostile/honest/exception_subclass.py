# task: level_counts
# right: raises a subclass of the wanted error with its own text
import re


class LogNotFound(FileNotFoundError):
    def __init__(self, path):
        super().__init__(2, "no such log", path)

    def __str__(self):
        return f"log {self.filename!r} is missing"


def task_func(path):
    counts = {}
    try:
        lines = open(path, encoding="utf-8")
    except FileNotFoundError as error:
        raise LogNotFound(path) from error
    for line in lines:
        if found := re.match(r"([A-Z]+): ", line):
            counts[found[1]] = counts.get(found[1], 0) + 1
    return counts
