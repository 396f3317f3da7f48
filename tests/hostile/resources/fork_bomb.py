# task: mean_step
# does: forks for ever, each child as well
# expect: limit|timeout|out_of_memory|crashed
import os


def task_func(points):
    while True:
        try:
            os.fork()
        except OSError:
            pass
