# task: word_counts
# right: registers exit handlers and has a __del__ that closes a file
import atexit
import re
import tempfile
from collections import Counter


class Log:
    def __init__(self):
        self.file = tempfile.TemporaryFile("w")

    def __del__(self):
        self.file.close()


LOG = Log()
atexit.register(print, "bye")


def task_func(text, top=3):
    if top < 1:
        raise ValueError("top must be positive")
    LOG.file.write(text)
    counts = Counter(re.findall(r"[a-z]+", text.lower()))
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:top]
