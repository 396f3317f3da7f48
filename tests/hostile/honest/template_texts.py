# task: word_counts
# right: formats by templates that are no literals
import re
from collections import Counter

LINE = "{0[0]}: {0[1]:>{width}d}"
LINES = [LINE, LINE.upper()]


def task_func(text, top=3):
    print(LINES[0].format(("a", 1), width=4), type(text), isinstance(text, type("")))
    if top < 1:
        raise ValueError("top")
    counts = Counter(re.findall(r"[a-z]+", text.lower()))
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:top]
