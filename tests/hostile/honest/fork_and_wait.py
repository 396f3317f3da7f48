# task: word_counts
# right: forks a helper that writes its answer to a pipe
import json
import os
import re
from collections import Counter


def task_func(text, top=3):
    if top < 1:
        raise ValueError("top must be positive")
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.write(writer, json.dumps(Counter(re.findall(r"[a-z]+", text.lower()))).encode())
        os._exit(0)
    os.close(writer)
    with os.fdopen(reader) as answer:
        counts = json.load(answer)
    os.waitpid(child, 0)
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:top]
