# task: word_counts
# does: a right answer that leaves a daemon behind: double fork, own session, SIGTERM ignored
# expect: pass
import os
import re
import signal
import time
from collections import Counter

if os.fork() == 0:
    os.setsid()
    if os.fork() == 0:
        for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT):
            signal.signal(number, signal.SIG_IGN)
        os.closerange(0, 1025)
        time.sleep(3600)
    os._exit(0)


def task_func(text, top=3):
    if top < 1:
        raise ValueError("top")
    counts = Counter(re.findall(r"[a-z]+", text.lower()))
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:top]
