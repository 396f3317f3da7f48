# task: word_counts
# attack: an exception, raised by the import, whose traceback and class cannot be asked for
# expect: exception
class Odd(Exception):
    @property
    def __traceback__(self):
        raise SystemExit(0)

    @property
    def __class__(self):
        raise SystemExit(0)


# attack begins
raise Odd("wrong")


# attack ends
def task_func(text, top=3):
    return [("word", 0)]
