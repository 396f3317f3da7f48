# task: word_counts
# right: classes that the standard library makes by running texts
import dataclasses
from collections import namedtuple
import re
from collections import Counter

Item = namedtuple("Item", "word count")


@dataclasses.dataclass(order=True, frozen=True)
class Entry:
    word: str
    count: int = dataclasses.field(default=0, compare=False)


Made = dataclasses.make_dataclass("Made", ["a", "b"], namespace={"__eq__": lambda self, other: self is other})


def task_func(text, top=3):
    if top < 1:
        raise ValueError("top")
    counts = Counter(re.findall(r"[a-z]+", text.lower()))
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:top]
