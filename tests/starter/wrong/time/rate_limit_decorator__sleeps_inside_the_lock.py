import functools
import threading
import time


def task_func(rate, burst, clock=time.monotonic, sleep=time.sleep):
    if rate <= 0 or burst < 1:
        raise ValueError("invalid rate or burst")

    def decorator(func):
        state = {"tokens": float(burst), "last": clock()}
        lock = threading.Lock()

        @functools.wraps(func)
        def wrapper(*args, **kwargs):
            with lock:
                now = clock()
                state["tokens"] = min(burst, state["tokens"] + (now - state["last"]) * rate)
                state["last"] = now
                state["tokens"] -= 1
                if state["tokens"] < 0:
                    delay = -state["tokens"] / rate
                    wrapper.waited += delay
                    sleep(delay)
            return func(*args, **kwargs)

        wrapper.waited = 0.0
        return wrapper

    return decorator
