# task: word_counts
# does: leaves a directory so deep that its path cannot be named, without permissions, then answers right
# expect: pass
import os
import re
from collections import Counter

start = os.getcwd()
for _ in range(1_500):
    os.mkdir("d" * 50)
    os.chdir("d" * 50)
os.chdir(start)
os.chmod("d" * 50, 0)


def task_func(text, top=3):
    if top < 1:
        raise ValueError("top")
    counts = Counter(re.findall(r"[a-z]+", text.lower()))
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:top]
