# task: word_counts
# does: writes a file of 20 GB
# expect: exception|limit|out_of_memory|crashed
def task_func(text, top=3):
    with open("huge", "wb") as file:
        for _ in range(20_000):
            file.write(b"x" * 1_000_000)
