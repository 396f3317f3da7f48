# task: word_counts
# does: raises below 900 frames whose lines are long
# expect: exception
def task_func(text, top=3):
    def down(depth):
        if depth == 0:
            raise RuntimeError("bottom" + "x" * 100_000)
        try:
            down(depth - 1)
        except RuntimeError as error:
            raise RuntimeError("above" + "x" * 100_000) from error

    down(100)
