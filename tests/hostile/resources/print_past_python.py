# task: word_counts
# does: writes 500 MB on the descriptors 1 and 2, and through a subprocess, then answers right
# expect: pass|limit
import os
import re
import subprocess
import sys
from collections import Counter

for _ in range(250):
    os.write(1, b"x" * 1_000_000)
    os.write(2, b"x" * 1_000_000)
subprocess.run([sys.executable, "-S", "-c", "import os; [os.write(1, b'x' * 1000000) for _ in range(50)]"], stdout=None)


def task_func(text, top=3):
    if top < 1:
        raise ValueError("top")
    counts = Counter(re.findall(r"[a-z]+", text.lower()))
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:top]
