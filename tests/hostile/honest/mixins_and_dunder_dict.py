# task: level_counts
# right: a class with __getattr__, __setattr__, __getattribute__ and __dict__ tricks of its own
import re


class Record:
    def __init__(self):
        object.__setattr__(self, "counts", {})

    def __getattr__(self, name):
        return self.counts.get(name, 0)

    def __setattr__(self, name, value):
        self.counts[name] = value

    def __getattribute__(self, name):
        return super().__getattribute__(name)


def task_func(path):
    record = Record()
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            if found := re.match(r"([A-Z]+): ", line):
                setattr(record, found[1], getattr(record, found[1]) + 1)
    return dict(record.__dict__["counts"])
