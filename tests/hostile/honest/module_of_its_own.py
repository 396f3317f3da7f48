# task: word_counts
# right: writes a module and imports it
import importlib
import os
import sys
import tempfile
import re
from collections import Counter

FOLDER = tempfile.mkdtemp()
with open(os.path.join(FOLDER, "patterns_of_mine.py"), "w") as module:
    module.write("WORD = '[a-z]+'")
sys.path.insert(0, FOLDER)
importlib.invalidate_caches()
from patterns_of_mine import WORD


def task_func(text, top=3):
    assert re.findall(WORD, "a") == ["a"]
    if top < 1:
        raise ValueError("top")
    counts = Counter(re.findall(r"[a-z]+", text.lower()))
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:top]
