# task: word_counts
# does: an endless loop while the module is executed
# expect: timeout
# seconds: 2
while True:
    pass


def task_func(text, top=3):
    return []
