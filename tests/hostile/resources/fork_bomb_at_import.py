# task: mean_step
# does: the same while the module is executed
# expect: limit|timeout|out_of_memory|crashed
import os

while True:
    try:
        os.fork()
    except OSError:
        pass


def task_func(points):
    return 0.0
