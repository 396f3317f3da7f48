# task: word_counts
# right: what everybody would write
import re
from collections import Counter


def task_func(text, top=3):
    if top < 1:
        raise ValueError("top must be positive")
    counts = Counter(re.findall(r"[a-z]+", text.lower()))
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:top]
