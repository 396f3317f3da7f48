# task: mean_step
# does: asks for 30 GB and writes to all of it
# expect: out_of_memory
def task_func(points):
    held = []
    for _ in range(300):
        held.append(bytearray(b"x" * 1024) * (100 * 1024))
    return float(len(held))
