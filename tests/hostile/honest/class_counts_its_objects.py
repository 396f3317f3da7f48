# task: word_counts
# right: a class method keeps the class's own count
import re
from collections import Counter


class Found:
    made = 0

    def __init__(self, pairs):
        self.pairs = pairs

    @classmethod
    def make(cls, pairs):
        cls.made += 1
        return cls(pairs)


def task_func(text, top=3):
    if top < 1:
        raise ValueError("top must be positive")
    counts = Counter(re.findall(r"[a-z]+", text.lower()))
    words = sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:top]
    return Found.make(words).pairs
