# task: word_counts
# attack: a syntax error whose line is no number
# expect: exception
def task_func(text, top=3):
    # attack begins
    raise SyntaxError("wrong", ("__test__.py", "one", 2, "text"))
    # attack ends
    return [("word", 0)]
