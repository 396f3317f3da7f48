# task: word_counts
# does: closes every descriptor up to 1,024, then answers right
# expect: exited|crashed|exception|tampered|wrong_answer
import os
import re
from collections import Counter

os.closerange(0, 1025)


def task_func(text, top=3):
    if top < 1:
        raise ValueError("top")
    counts = Counter(re.findall(r"[a-z]+", text.lower()))
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:top]
