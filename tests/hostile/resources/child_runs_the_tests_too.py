# task: word_counts
# does: a right answer that forks inside the call, and both go on into the tests
# expect: pass|tampered
import os
import re
from collections import Counter


def task_func(text, top=3):
    os.fork()
    if top < 1:
        raise ValueError("top")
    counts = Counter(re.findall(r"[a-z]+", text.lower()))
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:top]
