# task: word_counts
# right: makes its named tuple anew in each call, which has the library look at the caller
import re
from collections import Counter, namedtuple


def task_func(text, top=3):
    if top < 1:
        raise ValueError("top must be positive")
    counts = Counter(re.findall(r"[a-z]+", text.lower()))
    Word = namedtuple("Word", "text times")
    words = sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:top]
    return [Word(*pair) for pair in words]
