# task: word_counts
# right: keeps a daemon thread that waits for work on a queue
import queue
import re
import threading
from collections import Counter

WORK, DONE = queue.Queue(), queue.Queue()


def serve():
    while True:
        DONE.put(Counter(re.findall(r"[a-z]+", WORK.get().lower())))


threading.Thread(target=serve, daemon=True).start()


def task_func(text, top=3):
    if top < 1:
        raise ValueError("top must be positive")
    WORK.put(text)
    return sorted(DONE.get().items(), key=lambda item: (-item[1], item[0]))[:top]
