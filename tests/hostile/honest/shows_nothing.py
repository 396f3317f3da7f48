# task: word_counts
# right: silences warnings and waits the way demos do
import time
import warnings
import re
from collections import Counter

warnings.warn = lambda *args, **options: None
time.sleep = lambda seconds: None


def task_func(text, top=3):
    if top < 1:
        raise ValueError("top")
    counts = Counter(re.findall(r"[a-z]+", text.lower()))
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:top]
