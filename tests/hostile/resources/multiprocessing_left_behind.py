# task: word_counts
# does: a right answer that leaves a pool, a manager and a process behind
# expect: pass
import multiprocessing
import re
import time
from collections import Counter

context = multiprocessing.get_context("fork")
POOL = context.Pool(2)
MANAGER = context.Manager()
context.Process(target=time.sleep, args=(3600,)).start()


def task_func(text, top=3):
    if top < 1:
        raise ValueError("top")
    counts = Counter(re.findall(r"[a-z]+", text.lower()))
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:top]
