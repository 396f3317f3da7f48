# task: mean_step
# does: the same, and does not mind being told that there is no room
# expect: limit|timeout|out_of_memory
# seconds: 2
import threading
import time


def task_func(points):
    while True:
        try:
            threading.Thread(target=time.sleep, args=(1000,), daemon=True).start()
        except RuntimeError:
            pass
