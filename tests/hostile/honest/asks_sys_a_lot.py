# task: word_counts
# right: asks the interpreter about itself
import gc
import sys
import threading
import traceback
import re
from collections import Counter


def task_func(text, top=3):
    print(sys.getrefcount(text), sys.getrecursionlimit(), sys.flags, len(sys.modules), gc.get_stats())
    print(sys._getframe().f_code.co_name, len(sys._current_frames()), threading.enumerate())
    traceback.print_stack()
    if top < 1:
        raise ValueError("top")
    counts = Counter(re.findall(r"[a-z]+", text.lower()))
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:top]
