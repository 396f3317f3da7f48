# task: word_counts
# right: returns named tuples, which equal plain ones
import re
from collections import Counter
from typing import NamedTuple


class WordCount(NamedTuple):
    word: str
    count: int


def task_func(text, top=3):
    if top < 1:
        raise ValueError("top must be positive")
    counts = Counter(re.findall(r"[a-z]+", text.lower()))
    return [WordCount(*item) for item in sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:top]]
