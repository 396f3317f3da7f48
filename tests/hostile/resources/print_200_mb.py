# task: word_counts
# does: prints 200 MB, then answers right
# expect: pass|limit
import re
from collections import Counter

for _ in range(200):
    print("x" * 1_000_000)


def task_func(text, top=3):
    if top < 1:
        raise ValueError("top")
    counts = Counter(re.findall(r"[a-z]+", text.lower()))
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:top]
