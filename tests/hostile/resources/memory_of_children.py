# task: mean_step
# does: six children that take 700 MB each
# expect: out_of_memory
import os
import time


def task_func(points):
    for _ in range(6):
        if os.fork() == 0:
            held = bytearray(b"x" * 1024) * (700 * 1024)
            time.sleep(1000)
            os._exit(len(held) % 2)
    time.sleep(1000)
