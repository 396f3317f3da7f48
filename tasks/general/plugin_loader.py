import fnmatch
import importlib.util
import inspect
import sys
import tempfile
import unittest
from pathlib import Path


def task_func(directory, pattern="*"):
    """Run the plugin files of a directory and list the commands that they offer.

    A plugin is a file with the suffix .py directly in the directory whose name without the suffix fits the shell-style
    pattern, upper and lower case being different. Each one is run as a module that is named like the file without its
    suffix; it is not entered in sys.modules. Plugins are run in the order of their names. If running one raises an
    exception (a subclass of Exception, SyntaxError for instance), it only counts as failed.
    The commands of a plugin are those names in its namespace that do not begin with an underscore and refer to a
    function written in Python that the plugin itself defines (not one that it imports) and that can be called with a
    single positional argument.

    Parameters:
    - directory (str or pathlib.Path): where the plugins are.
    - pattern (str): which plugins to run, all by default.

    Returns:
    - tuple: two dicts. The first maps "<plugin>.<name>" to the first line of the command's docstring without blanks at
      its ends, an empty string if there is none: in the order of the plugins, and alphabetically within each. The
      second maps the file names of failed plugins to the class names of their exceptions.

    Requirements:
    - fnmatch
    - importlib.util
    - inspect
    - pathlib

    Example:
    >>> _ = Path("greet.py").write_text('def hello(name):\\n    "Say hello."\\n\\ndef pair(a, b): pass')
    >>> _ = Path("wrong.py").write_text("1 / 0")
    >>> task_func(".")
    ({'greet.hello': 'Say hello.'}, {'wrong.py': 'ZeroDivisionError'})
    """

    def takes_one_argument(function):
        try:
            inspect.signature(function).bind(None)
        except TypeError:
            return False
        return True

    commands, failed = {}, {}
    for path in sorted(Path(directory).glob("*.py")):
        plugin = path.stem
        if not fnmatch.fnmatchcase(plugin, pattern):
            continue
        spec = importlib.util.spec_from_file_location(plugin, path)
        module = importlib.util.module_from_spec(spec)
        try:
            spec.loader.exec_module(module)
        except Exception as error:
            failed[path.name] = type(error).__name__
            continue
        for name, function in inspect.getmembers(module, inspect.isfunction):
            if function.__module__ == plugin and not name.startswith("_") and takes_one_argument(function):
                commands[f"{plugin}.{name}"] = (inspect.getdoc(function) or "").partition("\n")[0].strip()
    return commands, failed


class TestCases(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.directory = Path(folder.name)

    def write(self, name, *lines):
        path = self.directory / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("\n".join(lines), encoding="utf-8")

    def test_signatures(self):
        self.write(
            "sig.py",
            "def none(): pass",
            "def one(a): pass",
            "def two(a, b): pass",
            "def default(a, b=1): pass",
            "def only_default(a=1): pass",
            "def stars(*args): pass",
            "def keyword(*, a=1): pass",
            "def needed_keyword(a, *, b): pass",
            "def free_keyword(a, *, b=2, **c): pass",
        )
        names = ["default", "free_keyword", "one", "only_default", "stars"]
        self.assertEqual(list(task_func(str(self.directory))[0]), [f"sig.{name}" for name in names])

    def test_only_own_public_functions(self):
        self.write(
            "own.py",
            "from textwrap import dedent",
            "from math import sqrt",
            "def _hidden(x): pass",
            "class Tool:",
            "    def __init__(self, x): pass",
            "value = 3",
            "async def later(x): pass",
            "work = lambda x: x",
            "alias = later",
            "__other = work",
        )
        self.assertEqual(task_func(self.directory), ({"own.alias": "", "own.later": "", "own.work": ""}, {}))

    def test_summaries(self):
        self.write(
            "text.py",
            "def a(x):\n    '''\n    First line.  \n    Second line.\n    '''",
            "def b(x):\n    '  Only one '",
            "def c(x):\n    ''",
            "def d(x): pass",
        )
        expected = {"text.a": "First line.", "text.b": "Only one", "text.c": "", "text.d": ""}
        self.assertEqual(task_func(self.directory)[0], expected)

    def test_failures_do_not_stop_the_others(self):
        self.write("a.py", "def early(x): pass", "import no_such_module_at_all")
        self.write("b.py", "def works(x): 'Fine.'")
        self.write("c.py", "def broken(x:")
        self.write("d.py", "class Odd(Exception): pass", "raise Odd")
        failed = {"a.py": "ModuleNotFoundError", "c.py": "SyntaxError", "d.py": "Odd"}
        self.assertEqual(task_func(self.directory), ({"b.works": "Fine."}, failed))

    def test_pattern_and_place(self):
        for name in ("tool_b.py", "tool_a.py", "Tool_c.py", "tool.py", "tool_x.txt", "deep/tool_z.py"):
            self.write(name, "def run(x): pass")
        self.assertEqual(list(task_func(self.directory, "tool_*")[0]), ["tool_a.run", "tool_b.run"])
        self.assertEqual(list(task_func(self.directory, "tool_?.py")[0]), [])
        self.assertEqual(len(task_func(self.directory)[0]), 4)

    def test_order_follows_plugins_then_names(self):
        self.write("b.py", "def zeta(x): pass", "def beta(x): pass")
        self.write("a.py", "def last(x): pass")
        self.assertEqual(list(task_func(self.directory)[0]), ["a.last", "b.beta", "b.zeta"])

    def test_modules_stay_outside_sys_modules(self):
        self.write("json.py", "NAME = __name__", "def shown(x): pass", "shown.__doc__ = __name__")
        before = dict(sys.modules)
        self.assertEqual(task_func(self.directory), ({"json.shown": "json"}, {}))
        self.assertEqual(sys.modules.get("json"), before.get("json"))
        self.assertNotIn(str(self.directory), sys.path)

    def test_empty_directory(self):
        self.assertEqual(task_func(self.directory), ({}, {}))
