# task: word_counts
# does: reads from address 0
# expect: crashed
import ctypes


def task_func(text, top=3):
    ctypes.string_at(0)
