# task: word_counts
# right: works in a directory of its own and stays there
import os
import tempfile
import re
from collections import Counter


def task_func(text, top=3):
    os.chdir(tempfile.mkdtemp())
    with open("text", "w") as file:
        file.write(text)
    with open("text") as file:
        text = file.read()
    if top < 1:
        raise ValueError("top")
    counts = Counter(re.findall(r"[a-z]+", text.lower()))
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:top]
