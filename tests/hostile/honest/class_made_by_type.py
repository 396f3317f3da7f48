# task: word_counts
# right: makes its classes by calls of type
import re
from collections import Counter

Base = type("Base", (), {"least": 1, "__repr__": lambda self: "Base"})
Words = type("Words", (Base, Counter), {"__slots__": ()})


def task_func(text, top=3):
    if top < 1:
        raise ValueError("top")
    counts = Counter(re.findall(r"[a-z]+", text.lower()))
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:top]
