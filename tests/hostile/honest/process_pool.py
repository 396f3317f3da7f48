# task: word_counts
# right: counts in a pool of processes
from concurrent.futures import ProcessPoolExecutor
import re
from collections import Counter

def words_of(line):
    return re.findall(r"[a-z]+", line.lower())


def task_func(text, top=3):
    with ProcessPoolExecutor(2) as pool:
        words = [word for found in pool.map(words_of, text.splitlines()) for word in found]
    text = " ".join(words)
    if top < 1:
        raise ValueError("top")
    counts = Counter(re.findall(r"[a-z]+", text.lower()))
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:top]
