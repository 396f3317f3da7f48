import importlib.util
import inspect
from fnmatch import fnmatchcase
from pathlib import Path


def task_func(directory, pattern="*"):
    commands = {}
    failed = {}
    for path in sorted(Path(directory).iterdir()):
        if path.suffix != ".py" or not fnmatchcase(path.stem, pattern):
            continue
        spec = importlib.util.spec_from_file_location(path.stem, str(path))
        module = importlib.util.module_from_spec(spec)
        try:
            spec.loader.exec_module(module)
        except Exception as exc:
            failed[path.name] = type(exc).__name__
            continue
        for name, func in inspect.getmembers(module, inspect.isfunction):
            if name.startswith("_") or func.__module__ != module.__name__:
                continue
            if len(inspect.signature(func).parameters) == 1:
                summary = inspect.getdoc(func)
                commands[f"{path.stem}.{name}"] = summary.splitlines()[0].strip() if summary else ""
    return commands, failed
