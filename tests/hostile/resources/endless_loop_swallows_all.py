# task: word_counts
# does: an endless loop that swallows every exception
# expect: timeout
# seconds: 2
def task_func(text, top=3):
    while True:
        try:
            while True:
                pass
        except BaseException:
            continue
