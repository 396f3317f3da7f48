# task: word_counts
# does: a right answer whose non-daemon thread never ends
# expect: pass
import re
import threading
import time
from collections import Counter

threading.Thread(target=time.sleep, args=(3600,)).start()


def task_func(text, top=3):
    if top < 1:
        raise ValueError("top")
    counts = Counter(re.findall(r"[a-z]+", text.lower()))
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:top]
