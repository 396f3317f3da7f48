import fnmatch
import importlib.util
import inspect
from pathlib import Path


def task_func(directory, pattern="*"):
    commands, failed = {}, {}
    for path in sorted(Path(directory).glob("*.py")):
        if not fnmatch.fnmatchcase(path.stem, pattern):
            continue
        try:
            spec = importlib.util.spec_from_file_location(path.stem, path)
            module = importlib.util.module_from_spec(spec)
            spec.loader.exec_module(module)
        except Exception as exc:
            failed[path.name] = exc.__class__.__name__
            continue
        for name, func in inspect.getmembers(module, callable):
            if name.startswith("_"):
                continue
            try:
                inspect.signature(func).bind("value")
            except (TypeError, ValueError):
                continue
            doc = inspect.getdoc(func) or ""
            commands[f"{path.stem}.{name}"] = doc.split("\n")[0].strip()
    return commands, failed
