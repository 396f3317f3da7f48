# task: word_counts
# does: a right answer that empties sys.modules and sys.path
# expect: pass|exception|tampered
import re
import sys
from collections import Counter


def task_func(text, top=3):
    if top < 1:
        raise ValueError("top")
    counts = Counter(re.findall(r"[a-z]+", text.lower()))
    sys.modules.clear()
    sys.path.clear()
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:top]
