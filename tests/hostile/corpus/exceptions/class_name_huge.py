# task: word_counts
# attack: an exception whose class has a name of megabytes
# expect: exception
def task_func(text, top=3):
    # attack begins
    raise type("E" * 6_000_000, (Exception,), {})("wrong")
    # attack ends
    return [("word", 0)]
