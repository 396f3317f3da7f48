# task: word_counts
# right: knows its own name from the frame, and uses getattr, setattr, vars and globals on its own things
import re
import sys
from collections import Counter


class Options:
    def __init__(self, **options):
        for name, value in options.items():
            setattr(self, name, value)


def task_func(text, top=3):
    options = Options(top=top, pattern=r"[a-z]+")
    name = sys._getframe().f_code.co_name
    assert name in globals() and vars(options)
    if getattr(options, "top") < 1:
        raise ValueError(f"{name}: top must be positive")
    counts = getattr(sys.modules["collections"], "Counter")(re.findall(options.pattern, text.lower()))
    assert isinstance(counts, Counter)
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))[: options.top]
