# task: word_counts
# does: answers with a list so long that showing the difference takes for ever
# expect: wrong_answer|timeout|out_of_memory
def task_func(text, top=3):
    if top < 1:
        raise ValueError("top")
    return [("word" * 20, number) for number in range(200_000)]
