# task: mean_step
# does: fills as many pipes and sockets as it may open, which counts for no process
# expect: pass|out_of_memory|limit|exception
import math
import os
import socket


def fill():
    try:
        while True:
            for pair in (os.pipe(), [end.detach() for end in socket.socketpair()]):
                os.set_blocking(pair[1], False)
                try:
                    while True:
                        os.write(pair[1], b"x" * 65536)
                except BlockingIOError:
                    pass
    except OSError:
        pass


def task_func(points):
    fill()
    steps = [math.dist(one, two) for one, two in zip(points, points[1:])]
    return math.fsum(steps) / len(steps) if steps else 0.0
