import argparse
import enum
import inspect
import shlex
import typing
import unittest


def task_func(func, command):
    """Call a function with the arguments of a command line that is derived from its signature.

    The command is split as a POSIX shell would and parsed with argparse. A parameter without default is a positional
    argument of the same name. A parameter with default is an option, two hyphens and its name with hyphens for
    underscores, which only matters if it is given: otherwise func is left to use its own default. The type hint decides
    about the value: a class is called with the text (int, float, pathlib.Path...), for a subclass of enum.Enum the text
    is the name of a member, list[X] takes one or more values that are converted as for X, and without a hint the text
    is passed on. Parameters hinted as bool, which always have a default, are options without a value that pass True;
    where the default is True the option begins with "--no-" instead of "--" and passes False. Options can not be
    abbreviated, and there is no help option. All arguments are passed by keyword.

    Parameters:
    - func (callable): a function whose parameters can all be passed by keyword.
    - command (str): the command line, without the name of a program.

    Returns:
    - object: what func returns.

    Raises:
    - ValueError: if the command does not fit the signature: a value is missing, can not be converted or is not the name
      of a member, or an argument is not known. Nothing is printed and SystemExit does not occur.

    Requirements:
    - argparse
    - enum
    - inspect
    - shlex
    - typing

    Example:
    >>> def area(width: int, height: int = 2, in_words: bool = False):
    ...     return f"{width} x {height}" if in_words else width * height
    >>> task_func(area, "4 --height 3"), task_func(area, "--in-words 4")
    (12, '4 x 2')
    """

    class Parser(argparse.ArgumentParser):
        def error(self, message):
            raise ValueError(message)

    def converter(hint):
        def convert(text):
            if isinstance(hint, enum.EnumMeta):
                if text not in hint.__members__:
                    raise ValueError(text)
                return hint[text]
            return hint(text)

        return convert

    parser = Parser(add_help=False, allow_abbrev=False, argument_default=argparse.SUPPRESS)
    hints = typing.get_type_hints(func)
    for name, parameter in inspect.signature(func).parameters.items():
        hint = hints.get(name, str)
        option = name.replace("_", "-")
        if hint is bool:
            option = f"--no-{option}" if parameter.default else f"--{option}"
            parser.add_argument(option, dest=name, action="store_const", const=not parameter.default)
            continue
        settings = {"type": converter(hint)}
        if typing.get_origin(hint) is list:
            settings = {"type": converter(typing.get_args(hint)[0]), "nargs": "+"}
        if parameter.default is parameter.empty:
            parser.add_argument(name, **settings)
        else:
            parser.add_argument(f"--{option}", dest=name, **settings)
    return func(**vars(parser.parse_args(shlex.split(command))))


class TestCases(unittest.TestCase):
    def setUp(self):
        class Color(enum.Enum):
            RED = "r"
            Blue = "b"

        self.color = Color

    def test_positional_and_optional_values(self):
        def func(first, count: int, scale_by: float = 1.5, *, last_one="none"):
            return first, count, scale_by, last_one

        self.assertEqual(task_func(func, "'a b' 3"), ("a b", 3, 1.5, "none"))
        self.assertEqual(task_func(func, "x --scale-by 2 -4 --last-one='\"q\"'"), ("x", -4, 2.0, '"q"'))

    def test_underscores_at_the_ends(self):
        def func(_raw: int = 1, class_: str = "a"):
            return _raw, class_

        self.assertEqual(task_func(func, "---raw 2 --class- b"), (2, "b"))

    def test_flags(self):
        def func(is_new: bool = False, check_all: bool = True):
            return is_new, check_all

        self.assertEqual(task_func(func, ""), (False, True))
        self.assertEqual(task_func(func, "--is-new --no-check-all"), (True, False))
        for command in ("--no-is-new", "--check-all", "--is-new yes", "--is_new"):
            with self.subTest(command=command), self.assertRaises(ValueError):
                task_func(func, command)

    def test_enum_members_by_name(self):
        color = self.color

        def func(main: color, other: color = color.RED):
            return main, other

        self.assertEqual(task_func(func, "Blue"), (color.Blue, color.RED))
        self.assertEqual(task_func(func, "RED --other Blue"), (color.RED, color.Blue))
        for command in ("blue", "b", "RED --other r"):
            with self.subTest(command=command), self.assertRaises(ValueError):
                task_func(func, command)

    def test_lists(self):
        color = self.color

        def func(sizes: list[int], tints: typing.List[color] = (), *, names: list[str] = ""):  # noqa: UP006
            return sizes, tints, names

        self.assertEqual(task_func(func, "1 2 3"), ([1, 2, 3], (), ""))
        command = "7 --tints Blue RED --names '' x"
        self.assertEqual(task_func(func, command), ([7], [color.Blue, color.RED], ["", "x"]))
        for bad in ("", "1 --tints", "1 x", "1 --tints Green"):
            with self.subTest(command=bad), self.assertRaises(ValueError):
                task_func(func, bad)

    def test_defaults_stay_untouched(self):
        def func(level: int = "7", mode: self.color = "RED", *, seen=[]):  # noqa: B006
            return level, mode, seen

        level, mode, seen = task_func(func, "")
        self.assertEqual((level, mode), ("7", "RED"))
        self.assertIs(seen, func.__kwdefaults__["seen"])

    def test_commands_that_do_not_fit(self):
        def func(number: int, height: int = 1, hard: bool = False):
            return number

        commands = ["", "x", "1 2", "1 --heig 2", "1 --har", "1 --height", "1 --height x", "-h", "1 --help", "1 'open"]
        for command in commands:
            with self.subTest(command=command), self.assertRaises(ValueError):
                task_func(func, command)

    def test_hints_as_text_and_function_without_parameters(self):
        def func(number: "int", numbers: "list[float]" = ()):
            return number, numbers

        self.assertEqual(task_func(func, "--numbers 1 2e1 -- 3"), (3, [1.0, 20.0]))
        self.assertEqual(task_func(lambda: "done", ""), "done")
