# task: word_counts
# does: waits for a lock that it holds
# expect: timeout
# seconds: 2
import threading


def task_func(text, top=3):
    lock = threading.Lock()
    with lock, lock:
        return []
