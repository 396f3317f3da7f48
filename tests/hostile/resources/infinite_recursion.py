# task: word_counts
# does: calls itself for ever
# expect: exception|crashed
def task_func(text, top=3):
    return task_func(text, top)
