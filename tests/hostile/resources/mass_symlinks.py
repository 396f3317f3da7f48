# task: word_counts
# does: leaves 5,000 links to places outside and a ring of links, then answers right
# expect: pass
import os
import re
from collections import Counter

for number in range(5_000):
    os.symlink("/etc/passwd" if number % 2 else "/", f"link{number}")
os.symlink("two", "one")
os.symlink("one", "two")


def task_func(text, top=3):
    if top < 1:
        raise ValueError("top")
    counts = Counter(re.findall(r"[a-z]+", text.lower()))
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:top]
