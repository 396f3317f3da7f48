# task: word_counts
# does: the same while the module is executed
# expect: crashed
import ctypes

ctypes.string_at(0)


def task_func(text, top=3):
    return []
