import argparse
import enum
import inspect
import shlex
import typing


def task_func(func, command):
    parser = argparse.ArgumentParser(add_help=False, allow_abbrev=False, exit_on_error=False)
    hints = typing.get_type_hints(func)
    for name, param in inspect.signature(func).parameters.items():
        hint = hints.get(name, str)
        flag = "--" + name.replace("_", "-")
        kwargs = {}
        if typing.get_origin(hint) is list:
            kwargs["nargs"] = "+"
            hint = typing.get_args(hint)[0]
        if hint is bool:
            if param.default:
                parser.add_argument("--no-" + flag[2:], dest=name, action="store_false", default=argparse.SUPPRESS)
            else:
                parser.add_argument(flag, dest=name, action="store_true", default=argparse.SUPPRESS)
            continue
        if isinstance(hint, type) and issubclass(hint, enum.Enum):
            kwargs["type"] = hint.__getitem__
        else:
            kwargs["type"] = hint
        if param.default is inspect.Parameter.empty:
            parser.add_argument(name, **kwargs)
        else:
            parser.add_argument(flag, dest=name, default=argparse.SUPPRESS, **kwargs)
    try:
        namespace = parser.parse_args(shlex.split(command))
    except argparse.ArgumentError as exc:
        raise ValueError(str(exc)) from exc
    return func(**vars(namespace))
