# task: word_counts
# does: calls itself for ever with the limit taken off
# expect: crashed|exception|out_of_memory
import sys

sys.setrecursionlimit(2**31 - 1)


def task_func(text, top=3):
    return task_func(text, top)
