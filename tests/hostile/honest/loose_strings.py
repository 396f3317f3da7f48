# task: word_counts
# right: words that compare without case
import re
from collections import Counter


class Word(str):
    def __eq__(self, other):
        return self.lower() == str(other).lower()

    def __hash__(self):
        return hash(self.lower())


def task_func(text, top=3):
    if top < 1:
        raise ValueError("top must be positive")
    counts = Counter(re.findall(r"[a-z]+", text.lower()))
    words = sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:top]
    return [(Word(word), times) for word, times in words]
