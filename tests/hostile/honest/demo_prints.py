# task: word_counts
# right: prints a demonstration at import, to both streams and by descriptor
import os
import re
import sys
from collections import Counter


def task_func(text, top=3):
    if top < 1:
        raise ValueError("top must be positive")
    counts = Counter(re.findall(r"[a-z]+", text.lower()))
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:top]


print("Result:", task_func("a b a"))
print("warning: demo", file=sys.stderr)
sys.stdout.write("more\n")
sys.stdout.flush()
os.write(1, b"raw\n")
