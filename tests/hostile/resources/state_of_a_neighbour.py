# task: word_counts
# does: right only in an interpreter that no other sample has touched, which it spoils itself
# expect: pass
import builtins
import os
import re
import sys
from collections import Counter

FOUND = [name for name in ("hostile_mark",) if hasattr(builtins, name) or name in sys.modules or name in os.environ]
builtins.hostile_mark = True
sys.modules["hostile_mark"] = sys
os.environ["hostile_mark"] = "1"
re.hostile_mark = True


def task_func(text, top=3):
    if FOUND:
        raise PermissionError(str(FOUND))
    if top < 1:
        raise ValueError("top")
    counts = Counter(re.findall(r"[a-z]+", text.lower()))
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:top]
