# task: word_counts
# right: lets a subprocess do the lower-casing
import re
import subprocess
import sys
from collections import Counter


def task_func(text, top=3):
    if top < 1:
        raise ValueError("top must be positive")
    command = [sys.executable, "-S", "-E", "-c", "import sys; print(sys.argv[1].lower())", text]
    lower = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    counts = Counter(re.findall(r"[a-z]+", lower))
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:top]
