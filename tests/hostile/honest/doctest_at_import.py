# task: word_counts
# right: runs its doctests at import
import doctest
import re
from collections import Counter


def task_func(text, top=3):
    """Count words.

    >>> task_func("b a a")
    [('a', 2), ('b', 1)]
    """
    if top < 1:
        raise ValueError("top must be positive")
    counts = Counter(re.findall(r"[a-z]+", text.lower()))
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:top]


doctest.run_docstring_examples(task_func, {"task_func": task_func})
