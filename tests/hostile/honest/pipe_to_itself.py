# task: word_counts
# right: hands its words through a pipe of multiprocessing
import multiprocessing
import re
from collections import Counter


def task_func(text, top=3):
    here, there = multiprocessing.Pipe()
    here.send({"text": text, "top": top})
    text = there.recv()["text"]
    if top < 1:
        raise ValueError("top")
    counts = Counter(re.findall(r"[a-z]+", text.lower()))
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:top]
