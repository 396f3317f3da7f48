# task: word_counts
# does: makes empty files until there is no room for another
# expect: exception|limit|timeout|out_of_memory
def task_func(text, top=3):
    number = 0
    while True:
        number += 1
        open(str(number), "w").close()
