import os
import shlex
import subprocess
import unittest
from string import Template


def task_func(commands, data=b"", **variables):
    """Run programs one after the other, each of which reads what the one before it has written, without using a shell.

    Each command is split into words by the rules of POSIX shells for quotes and backslashes; then, in every word, also
    in one that was quoted, $NAME and ${NAME} are replaced by the variable of this name, '$$' becomes '$', and any other
    '$' stays as it is, as do names that are not given. The variables are also added to the environment of the programs.
    All commands run even if one fails. Before the first one is started, all are split.

    Parameters:
    - commands (list of str): the command lines.
    - data (bytes): the input of the first program, default empty.
    - **variables (str): names and values.

    Returns:
    - tuple: (the output of the last program as bytes, or the data if there are no commands; the return codes as list of
      int; the error outputs of all programs, joined, as bytes). A program that was ended by a signal has the negative
      number of the signal as its return code. One that is not found has the code 127 and writes nothing.

    Raises:
    - ValueError: if a command has no words or a quotation is not closed; no program has been started then.

    Requirements:
    - os
    - shlex
    - string
    - subprocess

    Example:
    >>> task_func(["printf '%s,' $WORD 'and again'", "tr a-z A-Z"], WORD="once")
    (b'ONCE,AND AGAIN,', [0, 0], b'')
    """
    chain = [shlex.split(command) for command in commands]
    if not all(chain):
        raise ValueError(f"empty command in {commands}")
    codes, errors = [], b""
    for words in chain:
        words = [Template(word).safe_substitute(variables) for word in words]
        try:
            done = subprocess.run(words, input=data, capture_output=True, env={**os.environ, **variables})
        except FileNotFoundError:
            done = subprocess.CompletedProcess(words, 127, b"", b"")
        codes.append(done.returncode)
        errors += done.stderr
        data = done.stdout
    return data, codes, errors


class TestCases(unittest.TestCase):
    def test_passes_output_on(self):
        commands = ["sort", "cat - /dev/null", "tr -d '\\n'", "cat"]
        self.assertEqual(task_func(commands, b"b\nc\na\n"), (b"abc", [0, 0, 0, 0], b""))
        self.assertEqual(task_func(["cat"], data=b"\xff\x00"), (b"\xff\x00", [0], b""))

    def test_default_input_is_empty(self):
        self.assertEqual(task_func(["cat"]), (b"", [0], b""))
        self.assertEqual(task_func([]), (b"", [], b""))
        self.assertEqual(task_func([], b"kept"), (b"kept", [], b""))

    def test_words(self):
        shown, _, _ = task_func([r"""printf '<%s>' a\ b "c  'd'" '*' '|' ">" "" e#f ~ ; && '\n' """])
        expected = ["a b", "c  'd'", "*", "|", ">", "", "e#f", "~", ";", "&&", r"\n"]
        self.assertEqual(shown.decode(), "".join(f"<{word}>" for word in expected))

    def test_replacement(self):
        command = "printf '<%s>' $A x${A}y '$A' $B $$A $ $9 $AB \"${A B}\""
        shown, _, _ = task_func([command], A="1 2$B", B="*")
        self.assertEqual(shown.decode(), "<1 2$B><x1 2$By><1 2$B><*><$A><$><$9><$AB><${A B}>")

    def test_environment(self):
        os.environ["NETSYS_OUTER"] = "outer"
        self.addCleanup(os.environ.pop, "NETSYS_OUTER")
        script = "sh -c 'echo $$NETSYS_OUTER-$$NETSYS_INNER'"
        self.assertEqual(task_func([script], NETSYS_INNER="inner")[0], b"outer-inner\n")
        self.assertEqual(task_func([script], NETSYS_OUTER="changed")[0], b"changed-\n")
        self.assertNotIn("NETSYS_INNER", os.environ)

    def test_failures_and_error_output(self):
        commands = ["sh -c 'echo one >&2; echo out; exit 3'", "sh -c 'cat; echo two >&2; kill -9 $$$$'", "cat"]
        self.assertEqual(task_func(commands), (b"out\n", [3, -9, 0], b"one\ntwo\n"))

    def test_missing_program(self):
        self.assertEqual(task_func(["echo x", "no-such-program-here -v", "cat"]), (b"", [0, 127, 0], b""))
        self.assertEqual(task_func(["no-such-program-here"], b"x"), (b"", [127], b""))

    def test_malformed_commands(self):
        for bad in ("", "   ", "echo 'a", 'echo "', "echo \\"):
            with self.assertRaises(ValueError):
                task_func(["touch started", bad])
            self.assertFalse(os.path.exists("started"))
