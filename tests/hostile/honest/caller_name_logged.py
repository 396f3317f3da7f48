# task: word_counts
# right: logs its caller's name by the well-known idiom
import inspect
import re
from collections import Counter


def log(message):
    print(f"[{inspect.currentframe().f_back.f_code.co_name}] {message}")


def task_func(text, top=3):
    log(f"called by {inspect.stack()[1].function}")
    if top < 1:
        raise ValueError("top must be positive")
    counts = Counter(re.findall(r"[a-z]+", text.lower()))
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:top]
