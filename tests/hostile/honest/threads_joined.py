# task: word_counts
# right: counts in threads
import re
import threading
from collections import Counter
from concurrent.futures import ThreadPoolExecutor

LOCK = threading.Lock()


def task_func(text, top=3):
    if top < 1:
        raise ValueError("top must be positive")
    counts = Counter()

    def count(line):
        with LOCK:
            counts.update(re.findall(r"[a-z]+", line.lower()))

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(count, text.splitlines()))
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:top]
