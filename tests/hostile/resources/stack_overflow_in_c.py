# task: word_counts
# does: overflows the C stack
# expect: crashed|exception|timeout|out_of_memory
import sys


def task_func(text, top=3):
    sys.setrecursionlimit(10**9)
    nested = []
    for _ in range(3_000_000):
        nested = [nested]
    return nested == eval("nested") or repr(nested)
