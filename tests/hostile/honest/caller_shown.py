# task: word_counts
# right: logs who called it, by the frame before
import inspect
import logging
import re
from collections import Counter


def task_func(text, top=3):
    caller = inspect.currentframe().f_back
    logging.getLogger("words").info("called by %s", caller.f_code.co_name)
    if top < 1:
        raise ValueError("top")
    counts = Counter(re.findall(r"[a-z]+", text.lower()))
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:top]
