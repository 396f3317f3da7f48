# task: word_counts
# does: makes a sparse file of 100 GB, then answers right if that was refused
# expect: exception|limit|crashed|pass
import re
from collections import Counter

try:
    with open("sparse", "wb") as file:
        file.truncate(100 << 30)
except OSError:
    pass


def task_func(text, top=3):
    if top < 1:
        raise ValueError("top")
    counts = Counter(re.findall(r"[a-z]+", text.lower()))
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:top]
