import inspect
import os
import signal
import subprocess
import unittest


def task_func(command, timeout, grace=5.0, limit=None):
    """Run a program that may hang or write too much, and stop it first politely, then by force.

    The program runs in a process group of its own with an empty input; its output and error output are collected
    together, in the order in which they are written. If it has not ended after timeout seconds, SIGTERM is sent to the
    group; if it has still not ended after grace further seconds, SIGKILL. What was written until the end is returned
    in each case. A program has ended when its process has ended and its output is closed, also by programs which it
    has started.

    Parameters:
    - command (list of str): the program and its arguments.
    - timeout (float): seconds.
    - grace (float): seconds, default 5.
    - limit (int): if not None, only the last limit lines of the output are returned; default None.

    Returns:
    - dict: 'outcome' ('ended' if no signal had to be sent, else 'terminated' or 'killed' by the last one), 'code' (the
      exit code as int, None if a signal ended the program), 'signal' (its name such as 'SIGTERM', else None) and
      'lines' (list of str without line ends; UTF-8, invalid bytes replaced by U+FFFD; lines end in a line feed).

    Raises:
    - FileNotFoundError: if the program does not exist.

    Requirements:
    - os
    - signal
    - subprocess

    Example:
    >>> task_func(["printf", "a\\nb"], 10)
    {'outcome': 'ended', 'code': 0, 'signal': None, 'lines': ['a', 'b']}
    """
    process = subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        start_new_session=True,
    )
    outcome = "ended"
    try:
        output, _ = process.communicate(timeout=timeout)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGTERM)
        outcome = "terminated"
        try:
            output, _ = process.communicate(timeout=grace)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            outcome = "killed"
            output, _ = process.communicate()
    by_signal = process.returncode < 0
    lines = output.decode(errors="replace").removesuffix("\n").split("\n") if output else []
    return {
        "outcome": outcome,
        "code": None if by_signal else process.returncode,
        "signal": signal.Signals(-process.returncode).name if by_signal else None,
        "lines": lines if limit is None else lines[max(len(lines) - limit, 0) :],
    }


class TestCases(unittest.TestCase):
    def run_script(self, script, timeout=10, **options):
        return tuple(task_func(["sh", "-c", script], timeout, **options).values())

    def test_normal_end(self):
        found = self.run_script("echo out; echo err >&2; echo last")
        self.assertEqual(found, ("ended", 0, None, ["out", "err", "last"]))
        self.assertEqual(self.run_script("exit 7"), ("ended", 7, None, []))
        self.assertEqual(list(task_func(["true"], 10)), ["outcome", "code", "signal", "lines"])

    def test_empty_input(self):
        self.assertEqual(task_func(["cat"], 10), {"outcome": "ended", "code": 0, "signal": None, "lines": []})
        reader, writer = os.pipe()
        os.write(writer, b"typed\n")
        os.close(writer)
        saved = os.dup(0)
        self.addCleanup(os.close, saved)
        self.addCleanup(os.dup2, saved, 0)
        os.dup2(reader, 0)
        os.close(reader)
        self.assertEqual(task_func(["cat"], 10)["lines"], [])

    def test_lines(self):
        found = self.run_script(r"printf 'a\n\n b \r\n\303\274\377\n\n'")
        self.assertEqual(found[3], ["a", "", " b \r", "ü\ufffd", ""])
        self.assertEqual(self.run_script("echo")[3], [""])

    def test_limit(self):
        for limit, expected in ((None, "123"), (2, "23"), (0, ""), (1, "3"), (3, "123"), (9, "123")):
            self.assertEqual(task_func(["printf", r"1\n2\n3"], 10, limit=limit)["lines"], list(expected))

    def test_ended_by_a_signal_of_its_own(self):
        self.assertEqual(self.run_script("echo x; kill -USR1 $$"), ("ended", None, "SIGUSR1", ["x"]))

    def test_terminated(self):
        self.assertEqual(self.run_script("echo start; sleep 30", 0.05), ("terminated", None, "SIGTERM", ["start"]))
        script = "trap 'echo bye; exit 3' TERM; echo start; sleep 30 & wait"
        self.assertEqual(self.run_script(script, 0.05), ("terminated", 3, None, ["start", "bye"]))

    def test_killed(self):
        script = "trap '' TERM; echo stubborn; sleep 30; echo never"
        self.assertEqual(self.run_script(script, 0.05, grace=0.02), ("killed", None, "SIGKILL", ["stubborn"]))

    def test_default_grace(self):
        self.assertEqual(inspect.signature(task_func).parameters["grace"].default, 5)

    def test_children_that_keep_the_output_open(self):
        self.assertEqual(self.run_script("sleep 30 & echo parent", 0.05), ("terminated", 0, None, ["parent"]))

    def test_missing_program(self):
        with self.assertRaises(FileNotFoundError):
            task_func(["no-such-program-at-all"], 1)
