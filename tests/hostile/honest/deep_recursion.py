# task: word_counts
# right: recurses deeply with the limit raised
import sys
import re
from collections import Counter

sys.setrecursionlimit(20_000)


def depth(number):
    return number if number == 0 else 1 + depth(number - 1)


def task_func(text, top=3):
    assert depth(9_000) == 9_000
    if top < 1:
        raise ValueError("top")
    counts = Counter(re.findall(r"[a-z]+", text.lower()))
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:top]
