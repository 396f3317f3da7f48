# task: word_counts
# does: one operation of C that takes for ever
# expect: timeout|out_of_memory
# seconds: 2
def task_func(text, top=3):
    return 3 ** (10**9) % 7
