# task: mean_step
# does: the same by children that live for milliseconds each and are never waited for
# expect: timeout|limit
# seconds: 2
import os
import signal
import time

signal.signal(signal.SIGCHLD, signal.SIG_IGN)


def task_func(points):
    while True:
        if os.fork() == 0:
            end = time.monotonic() + 0.02
            while time.monotonic() < end:
                pass
            os._exit(0)
        time.sleep(0.02)
