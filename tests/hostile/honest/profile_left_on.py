# task: word_counts
# right: a profile function left on
import sys
import threading
import re
from collections import Counter

EVENTS = []
threading.setprofile(lambda *event: None)
sys.setprofile(lambda frame, event, argument: EVENTS.append(event) if len(EVENTS) < 100 else None)


def task_func(text, top=3):
    if top < 1:
        raise ValueError("top")
    counts = Counter(re.findall(r"[a-z]+", text.lower()))
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:top]
