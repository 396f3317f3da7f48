# task: word_counts
# right: times the collector through its callbacks and leaves them
import gc
import time
import re
from collections import Counter

PAUSES = []
gc.callbacks.append(lambda phase, info: PAUSES.append(time.perf_counter()))


def task_func(text, top=3):
    gc.collect()
    if top < 1:
        raise ValueError("top")
    counts = Counter(re.findall(r"[a-z]+", text.lower()))
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:top]
