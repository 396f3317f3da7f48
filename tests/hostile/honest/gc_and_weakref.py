# task: word_counts
# right: collects garbage and uses weak references with callbacks
import gc
import re
import weakref
from collections import Counter


class Cache(dict):
    pass


def task_func(text, top=3):
    if top < 1:
        raise ValueError("top must be positive")
    cache = Cache(Counter(re.findall(r"[a-z]+", text.lower())))
    weakref.finalize(cache, print, "cache is gone")
    result = sorted(cache.items(), key=lambda item: (-item[1], item[0]))[:top]
    gc.disable()
    del cache
    gc.enable()
    gc.collect()
    return result
