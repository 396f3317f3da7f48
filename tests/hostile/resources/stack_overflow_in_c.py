# task: word_counts
# does: overflows the C stack
# expect: crashed|exception
import sys


def task_func(text, top=3):
    sys.setrecursionlimit(10**9)
    nested = []
    for _ in range(500_000):
        nested = [nested]
    # A comparison would end at once, because the two are one object. From Python 3.12 on the interpreter itself stops.
    return repr(nested)
