import argparse
import enum
import inspect
import shlex
import typing


def task_func(func, command):
    class Parser(argparse.ArgumentParser):
        def error(self, message):
            raise ValueError(message)

    parser = Parser(add_help=False, allow_abbrev=False)
    hints = typing.get_type_hints(func)
    for name, param in inspect.signature(func).parameters.items():
        hint = hints.get(name, str)
        options = {}
        if typing.get_origin(hint) is list:
            options["nargs"] = "+"
            hint = typing.get_args(hint)[0]
        if inspect.isclass(hint) and issubclass(hint, enum.Enum):
            members = hint.__members__

            def convert(text, members=members):
                if text not in members:
                    raise ValueError(text)
                return members[text]

            options["type"] = convert
        else:
            options["type"] = hint
        if param.default is param.empty:
            parser.add_argument(name, **options)
        else:
            parser.add_argument("--" + name.replace("_", "-"), default=param.default, **options)
    return func(**vars(parser.parse_args(shlex.split(command))))
