# task: word_counts
# right: compiles its key function and looks at its code
import dis
import io
import re
from collections import Counter

key = eval(compile("lambda item: (-item[1], item[0])", "<key>", "eval"))
key.__defaults__ = None
key = type(key)(key.__code__.replace(co_name="key"), globals(), "key")
dis.dis(key, file=io.StringIO())


def task_func(text, top=3):
    if top < 1:
        raise ValueError("top")
    counts = Counter(re.findall(r"[a-z]+", text.lower()))
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:top]
