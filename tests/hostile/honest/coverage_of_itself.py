# task: word_counts
# right: measures which of its lines run, and puts the tracer back that was there
import re
import sys
from collections import Counter


def task_func(text, top=3):
    if top < 1:
        raise ValueError("top must be positive")
    counts = Counter(re.findall(r"[a-z]+", text.lower()))
    lines = set()

    def trace(frame, event, argument):
        lines.add(frame.f_lineno)
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        words = sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:top]
    finally:
        sys.settrace(before)
    return words if lines else words[:]
