# task: word_counts
# does: a right answer whose exit handler never ends
# expect: pass
import atexit
import re
import time
from collections import Counter

atexit.register(time.sleep, 3600)


def task_func(text, top=3):
    if top < 1:
        raise ValueError("top")
    counts = Counter(re.findall(r"[a-z]+", text.lower()))
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:top]
