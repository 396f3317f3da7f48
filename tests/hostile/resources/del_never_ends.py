# task: word_counts
# does: a right answer with objects that rise again whenever they are destroyed
# expect: pass
import re
from collections import Counter


class Phoenix:
    def __del__(self):
        ASHES.append(Phoenix())


ASHES = [Phoenix()]


def task_func(text, top=3):
    ASHES.clear()
    if top < 1:
        raise ValueError("top")
    counts = Counter(re.findall(r"[a-z]+", text.lower()))
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:top]
