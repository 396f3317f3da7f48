import functools
import threading
import time
import unittest
from concurrent.futures import ThreadPoolExecutor

from hypothesis import given, settings
from hypothesis import strategies as st


def task_func(rate, burst, clock=time.monotonic, sleep=time.sleep):
    """Make a decorator that delays calls so that they keep to a rate (a token bucket).

    Each decorated function has a bucket of its own that holds at most `burst` tokens and is full at the moment of
    decoration. Tokens flow in continuously, `rate` per second, up to that limit. A call takes one token and then runs
    at once if the bucket held at least one; otherwise it takes the token in advance, which leaves the bucket in debt,
    and sleeps until the flow has settled the debt, so waiting calls go in the order in which they came. The bucket is
    safe to use from several threads, and no thread sleeps while it holds the bucket's lock. The clock is read once
    per decoration and once per call.

    The decorated function passes on all arguments, the result and exceptions, keeps its name and docstring, and has
    an attribute "waited": the total number of seconds for which its calls had to sleep so far (float, 0.0 at first).

    Parameters:
    - rate (int or float): tokens per second, more than 0.
    - burst (int): greatest number of tokens, at least 1.
    - clock (callable): returns the time in seconds. Default is time.monotonic.
    - sleep (callable): is called with the seconds to wait, only if they are more than 0. Default is time.sleep.

    Returns:
    - callable: the decorator.

    Raises:
    - ValueError: if the rate is not more than 0 or the burst is less than 1.

    Requirements:
    - functools
    - threading
    - time

    Example:
    >>> naps = []
    >>> double = task_func(4, 1, clock=lambda: 0.0, sleep=naps.append)(lambda number: 2 * number)
    >>> [double(1), double(2), double(3)], naps
    ([2, 4, 6], [0.25, 0.5])
    """
    if rate <= 0 or burst < 1:
        raise ValueError("rate and burst must be positive")

    def decorator(function):
        lock = threading.Lock()
        tokens, updated = burst, clock()

        @functools.wraps(function)
        def wrapper(*args, **kwargs):
            nonlocal tokens, updated
            with lock:
                now = clock()
                tokens = min(burst, tokens + (now - updated) * rate) - 1
                updated = now
                pause = max(-tokens / rate, 0.0)
                wrapper.waited += pause
            if pause > 0:
                sleep(pause)
            return function(*args, **kwargs)

        wrapper.waited = 0.0
        return wrapper

    return decorator


class TestCases(unittest.TestCase):
    def setUp(self):
        self.now, self.naps = 100.0, []

    def nap(self, seconds):
        self.naps.append(seconds)

    def limited(self, rate, burst, function=len):
        return task_func(rate, burst, clock=lambda: self.now, sleep=self.nap)(function)

    def test_burst_and_debt(self):
        call = self.limited(2, 3)
        self.assertEqual([call("ab") for _ in range(5)], [2] * 5)
        self.assertEqual(self.naps, [0.5, 1.0])
        self.assertEqual(call.waited, 1.5)

    def test_tokens_flow_in_continuously(self):
        call = self.limited(0.5, 1)
        for step in (0, 1, 3, 4, 1):
            self.now += step
            call("")
        self.assertEqual(self.naps, [1.0, 1.0])

    def test_bucket_does_not_overflow(self):
        call = self.limited(10, 2)
        self.now += 3600
        for _ in range(3):
            call("")
        self.assertEqual(self.naps, [0.1])

    def test_function_is_passed_through(self):
        def divide(left, *, right):
            """Divide."""
            return left / right

        call = self.limited(1, 1, divide)
        self.assertEqual((call(6, right=3), call.__name__, call.__doc__), (2.0, "divide", "Divide."))
        self.assertEqual((call.waited, type(call.waited)), (0.0, float))
        with self.assertRaises(ZeroDivisionError):
            call(1, right=0)
        self.assertEqual(self.naps, [1.0])

    def test_functions_have_separate_buckets(self):
        decorator = task_func(1, 1, clock=lambda: self.now, sleep=self.nap)
        first, second = decorator(len), decorator(abs)
        self.assertEqual((first("x"), second(-2), self.naps), (1, 2, []))
        first("x")
        self.assertEqual((self.naps, first.waited, second.waited), ([1.0], 1.0, 0.0))

    def test_no_thread_sleeps_with_the_lock(self):
        met = threading.Barrier(4)
        call = task_func(1, 1, clock=lambda: 0.0, sleep=lambda seconds: met.wait(2) and None)(abs)
        call(0)
        with ThreadPoolExecutor(4) as pool:
            self.assertEqual(list(pool.map(call, [-1, -2, -3, -4])), [1, 2, 3, 4])
        self.assertEqual(call.waited, 10.0)

    def test_real_clock_and_senseless_limits(self):
        call = task_func(10**6, 2)(len)
        self.assertEqual([call(text) for text in ("", "a", "ab", "abc")], [0, 1, 2, 3])
        for rate, burst in ((0, 1), (-1, 1), (1, 0), (1, 0.5)):
            with self.subTest(rate=rate, burst=burst), self.assertRaises(ValueError):
                task_func(rate, burst)

    @settings(derandomize=True, max_examples=25, deadline=None, database=None)
    @given(st.lists(st.integers(0, 5), max_size=12), st.sampled_from([1, 2, 4]), st.integers(1, 4))
    def test_calls_keep_to_the_rate(self, steps, rate, burst):
        self.now, starts, gaps = 0.0, [], []
        call = task_func(rate, burst, clock=lambda: self.now, sleep=gaps.append)(lambda: None)
        for step in steps:
            self.now += step / 4
            gaps.clear()
            call()
            starts.append(self.now + sum(gaps))
        self.assertEqual(starts, sorted(starts))
        for last, end in enumerate(starts):
            for first, begin in enumerate(starts[: last + 1]):
                self.assertLessEqual(last - first + 1, burst + rate * (end - begin))
