# task: word_counts
# right: inspects its own signature and its caller's name for a log line
import inspect
import re
from collections import Counter


def task_func(text, top=3):
    parameters = inspect.signature(task_func).parameters
    name = inspect.currentframe().f_code.co_name
    if top < 1:
        raise ValueError(f"{name}: {list(parameters)[1]} must be positive")
    counts = Counter(re.findall(r"[a-z]+", text.lower()))
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:top]
