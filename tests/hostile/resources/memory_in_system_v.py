# task: mean_step
# does: fills System V shared memory that it lets go of again but never removes
# expect: out_of_memory|limit|exception|crashed|wrong_answer
import ctypes


def task_func(points):
    libc = ctypes.CDLL(None, use_errno=True)
    libc.shmat.restype = ctypes.c_void_p
    libc.shmdt.argtypes = [ctypes.c_void_p]
    for number in range(40):
        size = 100 << 20
        piece = libc.shmget(number + 1, size, 0o1600)
        if piece < 0:
            raise OSError(ctypes.get_errno(), "shmget")
        place = libc.shmat(piece, None, 0)
        if place in (None, ctypes.c_void_p(-1).value):
            raise OSError(ctypes.get_errno(), "shmat")
        ctypes.memset(place, 1, size)
        libc.shmdt(place)
    return -1.0
