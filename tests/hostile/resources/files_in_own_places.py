# task: word_counts
# does: a right answer that leaves marks in all places that are its own
# expect: pass
import os
import re
from collections import Counter

for folder in (".", "/tmp", "/var/tmp", "/dev/shm", os.path.expanduser("~")):
    with open(os.path.join(folder, "hostile_mark"), "w") as mark:
        mark.write("x")


def task_func(text, top=3):
    if top < 1:
        raise ValueError("top")
    counts = Counter(re.findall(r"[a-z]+", text.lower()))
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:top]
