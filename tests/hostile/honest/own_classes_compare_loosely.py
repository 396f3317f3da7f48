# task: word_counts
# right: uses a class with a tolerant __eq__ for its own purposes and returns plain data
import re


class Word:
    def __init__(self, text):
        self.text = text

    def __eq__(self, other):
        return str(self) == str(other).lower()

    def __hash__(self):
        return hash(self.text)

    def __str__(self):
        return self.text


def task_func(text, top=3):
    if top < 1:
        raise ValueError("top must be positive")
    counts = {}
    for found in re.findall(r"[a-z]+", text.lower()):
        counts[Word(found)] = counts.get(Word(found), 0) + 1
    return sorted(((str(word), count) for word, count in counts.items()), key=lambda item: (-item[1], item[0]))[:top]
