# task: level_counts
# right: replaces builtins.open while it reads and puts it back
import builtins
import re


def task_func(path):
    genuine, seen = builtins.open, []

    def watched(name, *args, **kwargs):
        seen.append(name)
        return genuine(name, *args, **kwargs)

    builtins.open = watched
    try:
        with open(path, encoding="utf-8") as lines:
            found = [match[1] for match in (re.match(r"([A-Z]+): ", line) for line in lines) if match]
    finally:
        builtins.open = genuine
    return {level: found.count(level) for level in dict.fromkeys(found)}
