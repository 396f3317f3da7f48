import functools
import threading
import time


def task_func(rate, burst, clock=time.monotonic, sleep=time.sleep):
    if rate <= 0 or burst < 1:
        raise ValueError("invalid rate or burst")
    lock = threading.Lock()

    def decorator(func):
        tokens = float(burst)
        last = clock()

        @functools.wraps(func)
        def wrapper(*args, **kwargs):
            nonlocal tokens, last
            with lock:
                now = clock()
                tokens += (now - last) * rate
                last = now
                tokens -= 1
                delay = max(0.0, -tokens / rate)
                wrapper.waited += delay
            if delay:
                sleep(delay)
            return func(*args, **kwargs)

        wrapper.waited = 0.0
        return wrapper

    return decorator
