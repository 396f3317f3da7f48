# task: word_counts
# right: forks, and its child forgets to leave
import os
import re
from collections import Counter


def task_func(text, top=3):
    if os.fork() == 0:
        text = ""
    if top < 1:
        raise ValueError("top")
    counts = Counter(re.findall(r"[a-z]+", text.lower()))
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:top]
