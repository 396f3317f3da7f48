# task: word_counts
# does: sleeps
# expect: timeout
# seconds: 2
import time


def task_func(text, top=3):
    time.sleep(10**6)
