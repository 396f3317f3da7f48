# task: mean_step
# does: swallows the MemoryError and takes what is left in smaller pieces
# expect: out_of_memory|timeout
def task_func(points):
    held, size = [], 1 << 30
    while True:
        try:
            held.append(bytearray(b"x") * size)
        except MemoryError:
            size = max(1, size // 2)
