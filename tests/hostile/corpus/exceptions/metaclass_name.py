# task: word_counts
# attack: an exception whose class has no usable name, module or text
class Kind(type):
    # attack begins
    @property
    def __name__(cls):
        raise SystemExit(0)

    @property
    def __qualname__(cls):
        raise SystemExit(0)

    @property
    def __module__(cls):
        raise SystemExit(0)

    def __getattribute__(cls, name):
        if name in ("__mro__", "__dict__"):
            raise SystemExit(0)
        return super().__getattribute__(name)

    # attack ends

    def other(cls):
        pass


class Odd(Exception, metaclass=Kind):
    pass


def task_func(text, top=3):
    raise Odd("wrong")
