# task: word_counts
# right: words are objects that compare without regard to case
import re
from collections import Counter

class Word:
    def __init__(self, text):
        self.text = text

    def __eq__(self, other):
        return str(other).lower() == self.text.lower()

    def __hash__(self):
        return hash(self.text.lower())

    def __str__(self):
        return self.text


def task_func(text, top=3):
    assert Word("A") == "a"
    if top < 1:
        raise ValueError("top")
    counts = Counter(re.findall(r"[a-z]+", text.lower()))
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:top]
