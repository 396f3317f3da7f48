from itertools import zip_longest

import xmltodict


def task_func(old, new):
    missing = "(absent)"
    diffs = {}

    def walk(path, a, b):
        if isinstance(a, list) or isinstance(b, list):
            a = a if isinstance(a, list) else [a]
            b = b if isinstance(b, list) else [b]
            for i, (x, y) in enumerate(zip_longest(a, b, fillvalue=missing), start=1):
                walk(f"{path}[{i}]", x, y)
        elif isinstance(a, dict) or isinstance(b, dict):
            a = a if isinstance(a, dict) else {"#text": a}
            b = b if isinstance(b, dict) else {"#text": b}
            for key in set(a) | set(b):
                sub = path if key == "#text" else path + "/" + key
                walk(sub, a.get(key, missing), b.get(key, missing))
        elif a != b:
            diffs[path] = (a, b)

    old_tree, new_tree = xmltodict.parse(old), xmltodict.parse(new)
    if set(old_tree) != set(new_tree):
        raise ValueError(f"{set(old_tree)} is not {set(new_tree)}")
    walk("", old_tree, new_tree)
    return dict(sorted(diffs.items()))
