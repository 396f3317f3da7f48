# task: word_counts
# right: shows its own memory in use from /proc
import re
from collections import Counter


def task_func(text, top=3):
    with open("/proc/self/status") as status, open("/proc/self/maps") as maps:
        size = [line for line in status if line.startswith("VmRSS")], len(maps.readlines())
    print(size)
    if top < 1:
        raise ValueError("top")
    counts = Counter(re.findall(r"[a-z]+", text.lower()))
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:top]
