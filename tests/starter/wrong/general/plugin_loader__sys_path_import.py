import fnmatch
import importlib
import inspect
import os
import sys


def task_func(directory, pattern="*"):
    commands, failed = {}, {}
    sys.path.insert(0, str(directory))
    for filename in sorted(os.listdir(directory)):
        stem, suffix = os.path.splitext(filename)
        if suffix != ".py" or not fnmatch.fnmatchcase(stem, pattern):
            continue
        try:
            module = importlib.import_module(stem)
        except Exception as error:
            failed[filename] = type(error).__name__
            continue
        for name, function in inspect.getmembers(module, inspect.isfunction):
            if name.startswith("_") or function.__module__ != stem:
                continue
            try:
                inspect.signature(function).bind(None)
            except TypeError:
                continue
            commands[f"{stem}.{name}"] = (inspect.getdoc(function) or "").partition("\n")[0].strip()
    sys.path.pop(0)
    return commands, failed
