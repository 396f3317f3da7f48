# task: word_counts
# right: counts in a pool of processes
import multiprocessing
import re
from collections import Counter


def count(line):
    return Counter(re.findall(r"[a-z]+", line.lower()))


def task_func(text, top=3):
    if top < 1:
        raise ValueError("top must be positive")
    counts = Counter()
    # Leaving a pool's block terminates its processes, which the official working conditions refuse: it would hang there too.
    pool = multiprocessing.get_context("fork").Pool(2)
    for part in pool.map(str.lower, text.splitlines()):
        counts += count(part)
    pool.close()
    pool.join()
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:top]
