# task: word_counts
# right: holds a style sheet as long as real ones are
import re
from collections import Counter


STYLE = """
    .part-1 a[href] { margin: 0.1em; color: #001 }
    .part-2 a[href] { margin: 0.2em; color: #002 }
    .part-3 a[href] { margin: 0.3em; color: #003 }
    .part-4 a[href] { margin: 0.4em; color: #004 }
    .part-5 a[href] { margin: 0.5em; color: #005 }
    .part-6 a[href] { margin: 0.6em; color: #006 }
    .part-7 a[href] { margin: 0.7em; color: #007 }
    .part-8 a[href] { margin: 0.8em; color: #008 }
    .part-9 a[href] { margin: 0.9em; color: #009 }
"""


def task_func(text, top=3):
    if top < 1:
        raise ValueError("top must be positive")
    counts = Counter(re.findall(r"[a-z]+", text.lower()))
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:top]
