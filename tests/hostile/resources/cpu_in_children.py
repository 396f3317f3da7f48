# task: mean_step
# does: lets children use the processor while it sleeps, so that none of it is its own
# expect: timeout
# seconds: 2
import os
import time


def task_func(points):
    for _ in range(3):
        if os.fork() == 0:
            while True:
                pass
    time.sleep(3600)
