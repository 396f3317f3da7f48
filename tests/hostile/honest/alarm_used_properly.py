# task: word_counts
# right: limits its own time by an alarm and puts the handler back
import re
import signal
from collections import Counter


def task_func(text, top=3):
    if top < 1:
        raise ValueError("top must be positive")

    def give_up(number, frame):
        raise TimeoutError

    before = signal.signal(signal.SIGALRM, give_up)
    signal.alarm(10)
    try:
        counts = Counter(re.findall(r"[a-z]+", text.lower()))
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:top]
