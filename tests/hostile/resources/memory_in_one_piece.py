# task: mean_step
# does: asks for 40 GB in one piece
# expect: out_of_memory
def task_func(points):
    return float(len(bytearray(b"x") * (40 << 30)))
