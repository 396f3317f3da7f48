# task: word_counts
# right: pairs whose class has a metaclass that compares by identity
import re
from collections import Counter


class Kind(type):
    def __eq__(cls, other):
        return cls is other

    def __hash__(cls):
        return id(cls)


class Pair(tuple, metaclass=Kind):
    pass


def task_func(text, top=3):
    if top < 1:
        raise ValueError("top must be positive")
    counts = Counter(re.findall(r"[a-z]+", text.lower()))
    words = sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:top]
    return [Pair(word) for word in words]
