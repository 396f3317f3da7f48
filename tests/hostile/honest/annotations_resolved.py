# task: word_counts
# right: resolves its own type hints and dispatches by them
import functools
import typing
import re
from collections import Counter

@functools.singledispatch
def normal(text: "str") -> "str":
    return text


@normal.register
def _(text: bytes) -> str:
    return text.decode()


HINTS = typing.get_type_hints(normal)


def task_func(text, top=3):
    text = normal(text)
    if top < 1:
        raise ValueError("top")
    counts = Counter(re.findall(r"[a-z]+", text.lower()))
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:top]
