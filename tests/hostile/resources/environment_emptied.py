# task: word_counts
# does: a right answer that changes time zone, locale, umask, environment and random state
# expect: pass
import locale
import os
import random
import re
import time
from collections import Counter

os.environ.clear()
os.environ["TZ"] = "Asia/Tokyo"
time.tzset()
os.umask(0o777)
random.seed(1)
locale.setlocale(locale.LC_ALL, "C")


def task_func(text, top=3):
    if top < 1:
        raise ValueError("top")
    counts = Counter(re.findall(r"[a-z]+", text.lower()))
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:top]
