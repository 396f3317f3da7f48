# task: word_counts
# does: opens as many files as it may, then answers right
# expect: pass|exception|limit
import re
from collections import Counter

KEPT = []
try:
    while True:
        KEPT.append(open("/dev/null"))
except OSError:
    pass


def task_func(text, top=3):
    if top < 1:
        raise ValueError("top")
    counts = Counter(re.findall(r"[a-z]+", text.lower()))
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:top]
