# task: word_counts
# does: leaves 10,000 files in the working directory, then answers right
# expect: pass
import os
import re
from collections import Counter

os.makedirs("deep/er")
for number in range(10_000):
    with open(f"deep/er/{number}.txt", "w") as file:
        file.write("x")


def task_func(text, top=3):
    if top < 1:
        raise ValueError("top")
    counts = Counter(re.findall(r"[a-z]+", text.lower()))
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:top]
