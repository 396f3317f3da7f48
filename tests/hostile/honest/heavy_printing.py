# task: word_counts
# right: prints fifty megabytes and flushes
import sys
import re
from collections import Counter


def task_func(text, top=3):
    for _ in range(50):
        print("x" * 1_000_000)
    sys.stdout.flush()
    if top < 1:
        raise ValueError("top")
    counts = Counter(re.findall(r"[a-z]+", text.lower()))
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:top]
