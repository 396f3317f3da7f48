# task: word_counts
# right: teaches the library's encoder a type in the way that everybody copies
import json
import re
from collections import Counter


def default(self, other):
    return str(other)


json.JSONEncoder.default = default


def task_func(text, top=3):
    if top < 1:
        raise ValueError("top must be positive")
    counts = Counter(re.findall(r"[a-z]+", text.lower()))
    words = sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:top]
    return [tuple(pair) for pair in json.loads(json.dumps(words))]
