# task: word_counts
# does: stops itself
# expect: timeout
# seconds: 2
import os
import signal


def task_func(text, top=3):
    os.kill(os.getpid(), signal.SIGSTOP)
