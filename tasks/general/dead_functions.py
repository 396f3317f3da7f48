import ast
import tempfile
import unittest
from collections import deque
from pathlib import Path


def task_func(directory, entry_points):
    """Find the functions in a tree of Python files that no entry point leads to.

    All *.py files below the directory are read as UTF-8, however deep. The module name of a file is its path relative
    to the directory without .py, the parts joined by dots ("web/api.py" is "web.api"). Only the functions, async ones
    included, defined directly at the top level of a module count; their full name is module name, dot, function name.
    A function uses another function if anywhere inside its definition (decorators, defaults and nested code included)
    a bare name is read that is either the name of a function of its own module, or a name under which its module, by a
    "from module import name" or "from module import name as other" at its top level with an absolute module name,
    imports that function. The function of the module itself has priority over an import of the same name. Starting from
    the entry points, every function used by a living function is alive; code outside functions keeps nothing alive.

    Parameters:
    - directory (str): the root of the tree.
    - entry_points (list of str): full names of functions.

    Returns:
    - dict: "dead": the sorted full names of the functions that are not alive; "broken": the sorted relative paths, with
      forward slashes, of the files that are not valid Python; they are otherwise ignored.

    Raises:
    - KeyError: if an entry point is not a function of the tree.

    Requirements:
    - ast
    - collections
    - pathlib

    Example:
    >>> _ = Path("app.py").write_text("def main(): return helper()\\ndef helper(): pass\\ndef rest(): main()")
    >>> task_func(".", ["app.main"])
    {'dead': ['app.rest'], 'broken': []}
    """
    root = Path(directory)
    uses, broken = {}, []
    for path in root.rglob("*.py"):
        relative = path.relative_to(root)
        try:
            tree = ast.parse(path.read_text(encoding="utf-8"))
        except SyntaxError:
            broken.append(relative.as_posix())
            continue
        module = ".".join(relative.with_suffix("").parts)
        known = {}
        for node in tree.body:
            if isinstance(node, ast.ImportFrom) and node.level == 0:
                known.update((name.asname or name.name, f"{node.module}.{name.name}") for name in node.names)
        functions = [node for node in tree.body if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))]
        known.update((function.name, f"{module}.{function.name}") for function in functions)
        for function in functions:
            names = [node for node in ast.walk(function) if isinstance(node, ast.Name)]
            read = {node.id for node in names if isinstance(node.ctx, ast.Load)}
            uses[known[function.name]] = {known[name] for name in read & set(known)}

    alive, waiting = set(), deque(entry_points)
    while waiting:
        name = waiting.popleft()
        if name not in alive:
            alive.add(name)
            waiting.extend(used for used in uses[name] if used in uses)
    return {"dead": sorted(set(uses) - alive), "broken": sorted(broken)}


class TestCases(unittest.TestCase):
    def result(self, files, *entry_points):
        with tempfile.TemporaryDirectory() as directory:
            for name, source in files.items():
                path = Path(directory, name)
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(source, encoding="utf-8")
            return task_func(directory, list(entry_points))

    def test_use_within_a_module(self):
        source = "def a():\n    b()\ndef b():\n    return [c]\ndef c(): pass\ndef d(): e()\ndef e(): d()\n"
        self.assertEqual(self.result({"m.py": source}, "m.a"), {"dead": ["m.d", "m.e"], "broken": []})
        self.assertEqual(self.result({"m.py": source}, "m.c", "m.e")["dead"], ["m.a", "m.b"])
        self.assertEqual(self.result({"m.py": source})["dead"], ["m.a", "m.b", "m.c", "m.d", "m.e"])

    def test_use_across_modules(self):
        files = {
            "main.py": "from lib.text import clean as tidy, spare\nimport os\ndef run(): return tidy(os.name)\n",
            "lib/text.py": "from lib.deep.core import base\ndef clean(x): return base(x)\ndef spare(): 1\ndef bas(): 1",
            "lib/deep/core.py": "def base(x): pass\ndef clean(): pass\n",
        }
        dead = ["lib.deep.core.clean", "lib.text.bas", "lib.text.spare"]
        self.assertEqual(self.result(files, "main.run"), {"dead": dead, "broken": []})

    def test_nested_code_decorators_and_defaults(self):
        source = (
            "def deco(f): return f\ndef start(): return 1\ndef inner(): pass\ndef hint(): pass\n"
            "@deco\nasync def work(x=start()):\n    def nested():\n        class C:\n            y = inner\n"
        )
        self.assertEqual(self.result({"m.py": source}, "m.work")["dead"], ["m.hint"])

    def test_what_is_no_use(self):
        source = (
            "from . import g\nfrom .n import k\nimport n\n"
            "def f():\n    from n import h\n    h()\n    g()\n    k()\n    n.g()\n    i = 1\n    self.j()\n"
            "def i(): pass\ndef j(): pass\nif True:\n    def hidden(): pass\n"
            "class C:\n    def method(self): pass\nj()\n"
        )
        files = {"m.py": source, "n.py": "def g(): pass\ndef h(): pass\ndef k(): pass\n"}
        self.assertEqual(self.result(files, "m.f")["dead"], ["m.i", "m.j", "n.g", "n.h", "n.k"])

    def test_own_function_hides_import(self):
        files = {"m.py": "def go(): save()\ndef save(): pass\nfrom n import save\n", "n.py": "def save(): pass\n"}
        self.assertEqual(self.result(files, "m.go")["dead"], ["n.save"])

    def test_broken_and_other_files(self):
        files = {
            "z.py": "def f(:\n",
            "sub/a.py": "return (\n",
            "ok.py": "# ü\ndef f(): unknown(f)\nfrom json import dumps\ndef g(): dumps(f)\n",
            "note.txt": "def t(): pass",
        }
        self.assertEqual(self.result(files, "ok.f"), {"dead": ["ok.g"], "broken": ["sub/a.py", "z.py"]})
        self.assertEqual(self.result(files, "ok.g")["dead"], [])

    def test_unknown_entry_point(self):
        for name in ("m.g", "f", "n.f", "json.dumps"):
            with self.subTest(name=name), self.assertRaises(KeyError):
                self.result({"m.py": "from json import dumps\ndef f(): pass\n"}, "m.f", name)
