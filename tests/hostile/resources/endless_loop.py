# task: word_counts
# does: an endless loop
# expect: timeout
# seconds: 2
def task_func(text, top=3):
    while True:
        pass
