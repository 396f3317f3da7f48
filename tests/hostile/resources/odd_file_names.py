# task: word_counts
# does: leaves files whose names are no text, begin with dashes or hold line ends, then answers right
# expect: pass
import os
import re
from collections import Counter

for name in (b"\xff\xfe", b"-rf", b"a\nb", b"x" * 255, b" ", b"$(reboot)"):
    with open(name, "wb") as file:
        file.write(b"x")
os.mkfifo("pipe")


def task_func(text, top=3):
    if top < 1:
        raise ValueError("top")
    counts = Counter(re.findall(r"[a-z]+", text.lower()))
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:top]
