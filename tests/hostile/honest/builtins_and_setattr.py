# task: word_counts
# right: names builtins explicitly, and uses setattr on its own objects
import builtins
import re
from types import SimpleNamespace


def task_func(text, top=3):
    if top < 1:
        raise ValueError("top must be positive")
    counts = SimpleNamespace()
    for word in re.findall(r"[a-z]+", text.lower()):
        setattr(counts, "w_" + word, getattr(counts, "w_" + word, 0) + 1)
    items = [(name[2:], number) for name, number in counts.__dict__.items()]
    return builtins.sorted(items, key=lambda item: (-item[1], item[0]))[:top]
