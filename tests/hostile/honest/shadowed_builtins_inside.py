# task: word_counts
# right: names locals like builtins
import re


def task_func(text, top=3):
    if top < 1:
        raise ValueError("top must be positive")
    dict, list, max = {}, [], top
    for str in re.findall(r"[a-z]+", text.lower()):
        dict[str] = dict.get(str, 0) + 1
    list += sorted(dict.items(), key=lambda item: (-item[1], item[0]))
    return list[:max]
