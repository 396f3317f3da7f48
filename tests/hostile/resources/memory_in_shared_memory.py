# task: mean_step
# does: fills /dev/shm and anonymous shared memory
# expect: out_of_memory|exception|limit|crashed
import mmap
import os


def task_func(points):
    held = []
    for number in range(300):
        piece = mmap.mmap(-1, 100 << 20)
        piece.write(b"x" * (100 << 20))
        held.append(piece)
        with open(f"/dev/shm/{number}", "wb") as file:
            os.posix_fallocate(file.fileno(), 0, 100 << 20)
