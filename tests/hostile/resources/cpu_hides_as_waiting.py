# task: mean_step
# does: stops and starts itself from a child, to look as if it waited
# expect: timeout
# seconds: 2
import os
import signal
import time

import posix


def task_func(points):
    parent = os.getpid()
    if os.fork() == 0:
        while True:
            posix.kill(parent, signal.SIGSTOP)
            time.sleep(0.01)
            posix.kill(parent, signal.SIGCONT)
            time.sleep(0.01)
    while True:
        pass
