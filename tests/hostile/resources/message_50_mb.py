# task: word_counts
# does: raises an exception with a text of 50 MB
# expect: exception
def task_func(text, top=3):
    raise RuntimeError("x" * 50_000_000)
