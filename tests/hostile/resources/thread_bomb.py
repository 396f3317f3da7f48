# task: mean_step
# does: starts threads until it may not start another, and goes on trying
# expect: limit|timeout|exception|out_of_memory
# seconds: 2
import threading
import time


def task_func(points):
    while True:
        threading.Thread(target=time.sleep, args=(1000,)).start()
