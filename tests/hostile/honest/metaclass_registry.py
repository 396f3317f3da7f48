# task: word_counts
# right: a metaclass registers plug-ins, and builds the answer
import re
from collections import Counter

class Registry(type):
    known = {}

    def __new__(cls, name, bases, members, **options):
        made = super().__new__(cls, name, bases, members)
        cls.known[name] = made
        return made

    def __init__(cls, name, bases, members, **options):
        super().__init__(name, bases, members)

    def __call__(cls, *args):
        return super().__call__(*args)


class Plugin(metaclass=Registry, kind="base"):
    def __init_subclass__(cls, **options):
        super().__init_subclass__()

    def __set_name__(self, owner, name):
        self.name = name


def task_func(text, top=3):
    if top < 1:
        raise ValueError("top")
    counts = Counter(re.findall(r"[a-z]+", text.lower()))
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:top]
