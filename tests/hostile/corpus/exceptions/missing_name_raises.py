# task: word_counts
# attack: an error of imports, raised by the import, whose name cannot be asked for
# expect: exception
class Odd(ImportError):
    @property
    def name(self):
        raise SystemExit(0)

    @name.setter
    def name(self, value):
        pass


# attack begins
raise Odd("wrong")


# attack ends
def task_func(text, top=3):
    return [("word", 0)]
