# task: word_counts
# attack: the same while the module is executed
class Odd(BaseException):
    # attack begins
    def __str__(self):
        import os

        os._exit(0)

    __repr__ = __str__
    # attack ends


raise Odd()
