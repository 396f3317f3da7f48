# task: word_counts
# does: a right answer that removes the directory it stands in
# expect: pass
import os
import re
import shutil
from collections import Counter

os.mkdir("away")
os.chdir("away")
shutil.rmtree(os.getcwd())


def task_func(text, top=3):
    if top < 1:
        raise ValueError("top")
    counts = Counter(re.findall(r"[a-z]+", text.lower()))
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:top]
