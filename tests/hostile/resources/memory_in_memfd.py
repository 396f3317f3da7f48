# task: mean_step
# does: fills memory files, which belong to no file system
# expect: out_of_memory|limit|exception|crashed
import os


def task_func(points):
    for number in range(40):
        descriptor = os.memfd_create(str(number))
        os.write(descriptor, b"x" * (100 << 20))
