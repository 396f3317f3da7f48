# task: word_counts
# right: counts by way of a class with a sane __eq__, __lt__ and __hash__
import functools
import re


@functools.total_ordering
class Entry:
    def __init__(self, word):
        self.word, self.count = word, 0

    def __eq__(self, other):
        if not isinstance(other, Entry):
            return NotImplemented
        return (self.count, self.word) == (other.count, other.word)

    def __lt__(self, other):
        return (-self.count, self.word) < (-other.count, other.word)

    def __hash__(self):
        return hash(self.word)


def task_func(text, top=3):
    if top < 1:
        raise ValueError("top must be positive")
    entries = {}
    for word in re.findall(r"[a-z]+", text.lower()):
        entries.setdefault(word, Entry(word)).count += 1
    return [(entry.word, entry.count) for entry in sorted(entries.values())][:top]
