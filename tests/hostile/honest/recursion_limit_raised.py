# task: word_counts
# right: raises the recursion limit, recurses, uses a cache
import functools
import re
import sys

sys.setrecursionlimit(20_000)


@functools.lru_cache(maxsize=None)
def fold(words):
    if not words:
        return ()
    counts = dict(fold(words[1:]))
    counts[words[0]] = counts.get(words[0], 0) + 1
    return tuple(counts.items())


def task_func(text, top=3):
    if top < 1:
        raise ValueError("top must be positive")
    return sorted(fold(tuple(re.findall(r"[a-z]+", text.lower()))), key=lambda item: (-item[1], item[0]))[:top]
