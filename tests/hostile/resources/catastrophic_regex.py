# task: word_counts
# does: a regular expression that needs exponential time and never looks at signals
# expect: timeout
# seconds: 2
import re


def task_func(text, top=3):
    return re.match(r"(a+)+$", "a" * 60 + "b")
