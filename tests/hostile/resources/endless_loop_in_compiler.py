# task: word_counts
# does: a source that takes the compiler very long or all its memory
# expect: timeout|syntax_error|out_of_memory|exception|crashed|wrong_answer
# seconds: 2
def task_func(text, top=3):
    return []


VALUE = (((("x" * 100) * 100) * 100) * 40) * 1
NESTED = eval("(" * 150 + "1" + ")" * 150)
LONG = eval("+".join(["1"] * 5_000))
