# task: word_counts
# does: waits for somebody to type
# expect: exception|wrong_answer
import os


def task_func(text, top=3):
    if os.read(0, 1) == b"":
        return [input("words? ")]
