import graphlib
import queue
import threading
import unittest

from hypothesis import given, settings
from hypothesis import strategies as st


def task_func(jobs, workers):
    """Run jobs that depend on each other in a fixed number of threads.

    A job is started as soon as all jobs that it needs have ended and a thread is free. Its function is called with
    their results as positional arguments, in the order in which it names them. A job whose function raises an
    Exception has failed. A job that needs a failed or skipped one is skipped: its function is not called. When the call
    returns, all of its threads have ended.

    Parameters:
    - jobs (dict): from the name of each job to a tuple (function, list of the names of the jobs that it needs).
    - workers (int): how many threads to use, at least 1.

    Returns:
    - dict: from each name, in the order of jobs, to ('done', result), ('failed', the exception) or ('skipped', None).

    Raises:
    - KeyError: if a job needs one that does not exist; the key is the missing name.
    - graphlib.CycleError: if jobs depend on each other in a circle. In both cases nothing has been called.

    Requirements:
    - graphlib
    - queue
    - threading

    Example:
    >>> task_func({"sum": (lambda a, b: a + b, ["x", "y"]), "x": (lambda: 2, []), "y": (lambda: 3, [])}, 2)["sum"]
    ('done', 5)
    """
    sorter = graphlib.TopologicalSorter()
    for name, (_, needs) in jobs.items():
        for need in needs:
            if need not in jobs:
                raise KeyError(need)
        sorter.add(name, *needs)
    sorter.prepare()
    tasks, finished, outcomes = queue.Queue(), queue.Queue(), {}

    def work():
        while (name := tasks.get()) is not None:
            function, needs = jobs[name]
            inputs = [outcomes[need] for need in needs]
            if any(state != "done" for state, _ in inputs):
                finished.put((name, ("skipped", None)))
                continue
            try:
                outcome = ("done", function(*[value for _, value in inputs]))
            except Exception as error:
                outcome = ("failed", error)
            finished.put((name, outcome))

    threads = [threading.Thread(target=work) for _ in range(workers)]
    for thread in threads:
        thread.start()
    while sorter.is_active():
        for name in sorter.get_ready():
            tasks.put(name)
        name, outcomes[name] = finished.get()
        sorter.done(name)
    for _ in threads:
        tasks.put(None)
    for thread in threads:
        thread.join()
    return {name: outcomes[name] for name in jobs}


class TestCases(unittest.TestCase):
    def test_results_are_passed_on_in_order(self):
        jobs = {
            "join": (lambda *parts: "-".join(parts), ["b", "a", "c", "a"]),
            "a": (lambda: "A", []),
            "b": (lambda a: "B" + a, ["a"]),
            "c": (lambda: "C", []),
        }
        for workers in (1, 3):
            found = task_func(jobs, workers)
            expected = {"join": "BA-A-C-A", "a": "A", "b": "BA", "c": "C"}
            self.assertEqual(list(found.items()), [(name, ("done", value)) for name, value in expected.items()])

    def test_failures_and_skipped_jobs(self):
        error, called = ValueError("no"), []

        def fail():
            raise error

        jobs = {
            "bad": (fail, []),
            "good": (lambda: None, []),
            "child": (lambda *_: called.append("child"), ["good", "bad"]),
            "grandchild": (lambda _: called.append("grandchild"), ["child"]),
            "other": (lambda value: value is None, ["good"]),
        }
        found = task_func(jobs, 2)
        expected = [("failed", error), ("done", None), ("skipped", None), ("skipped", None), ("done", True)]
        self.assertEqual((list(found.values()), called), (expected, []))

    def test_independent_jobs_run_at_the_same_time(self):
        barrier = threading.Barrier(3, timeout=5)
        found = task_func({name: (barrier.wait, []) for name in "abc"}, 3)
        self.assertEqual(sorted(found.values()), [("done", 0), ("done", 1), ("done", 2)])

    def test_starts_as_soon_as_possible(self):
        after_quick = threading.Event()
        jobs = {
            "slow": (lambda: after_quick.wait(5), []),
            "quick": (lambda: 1, []),
            "after": (lambda _: after_quick.set(), ["quick"]),
        }
        self.assertEqual(task_func(jobs, 2)["slow"], ("done", True))

    def test_number_of_threads(self):
        before, running, names = threading.active_count(), [], set()

        def job():
            running.append(threading.active_count() - before)
            names.add(threading.current_thread())

        task_func({number: (job, []) for number in range(30)}, 2)
        self.assertEqual((set(running), threading.active_count()), ({2}, before))
        self.assertNotIn(threading.current_thread(), names)

    def test_unknown_names_and_circles(self):
        called = []
        first = (lambda: called.append(1), [])
        with self.assertRaises(KeyError) as caught:
            task_func({"a": first, "b": (first[0], ["a", "nowhere"])}, 1)
        self.assertEqual(caught.exception.args, ("nowhere",))
        with self.assertRaises(graphlib.CycleError):
            task_func({"a": first, "b": (first[0], ["c"]), "c": (first[0], ["b"])}, 1)
        self.assertEqual(called, [])

    def test_no_jobs(self):
        self.assertEqual(task_func({}, 2), {})

    @settings(derandomize=True, max_examples=25, deadline=None, database=None)
    @given(st.lists(st.sets(st.integers(0, 9)), min_size=1, max_size=10), st.integers(1, 3), st.integers(0, 9))
    def test_random_graphs(self, needs, workers, broken):
        def function(number):
            return lambda *values: (1 + sum(values)) // (number != broken)

        edges = [sorted(need for need in group if need < number) for number, group in enumerate(needs)]
        jobs = {number: (function(number), edges[number]) for number in reversed(range(len(edges)))}
        expected = []
        for number, group in enumerate(edges):
            if any(expected[need] is None for need in group) or number == broken:
                expected.append(None)
            else:
                expected.append(1 + sum(expected[need] for need in group))
        found = task_func(jobs, workers)
        self.assertEqual(list(found), list(jobs))
        values = [found[number][1] if found[number][0] == "done" else None for number in range(len(edges))]
        self.assertEqual(values, expected)
