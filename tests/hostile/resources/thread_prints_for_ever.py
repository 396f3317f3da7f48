# task: word_counts
# does: a right answer whose daemon thread prints for ever
# expect: pass
import re
import threading
from collections import Counter


def talk():
    while True:
        print("still here")


threading.Thread(target=talk, daemon=True).start()


def task_func(text, top=3):
    if top < 1:
        raise ValueError("top")
    counts = Counter(re.findall(r"[a-z]+", text.lower()))
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:top]
