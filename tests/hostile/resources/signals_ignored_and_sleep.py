# task: word_counts
# does: ignores SIGALRM, SIGTERM and all others that can be, and sleeps
# expect: timeout
# seconds: 2
import signal
import time

for number in signal.valid_signals():
    try:
        signal.signal(number, signal.SIG_IGN)
    except (OSError, ValueError):
        pass


def task_func(text, top=3):
    while True:
        time.sleep(10)
