# task: word_counts
# attack: raises an exception whose text never comes
# seconds: 2
class Odd(Exception):
    # attack begins
    def __str__(self):
        while True:
            pass

    __repr__ = __str__
    # attack ends


def task_func(text, top=3):
    raise Odd()
