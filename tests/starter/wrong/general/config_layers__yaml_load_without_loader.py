import copy

import yaml


def task_func(layers):
    merged, origins = {}, {}

    def drop(path):
        for known in list(origins):
            if known[: len(path)] == path:
                origins.pop(known)

    def merge(target, layer, prefix, name):
        for key, value in layer.items():
            if key.endswith("+"):
                key = key[:-1]
                if not isinstance(value, list) or not isinstance(target.get(key, []), list):
                    raise ValueError(key)
                value = target.get(key, []) + value
            path = prefix + (key,)
            if isinstance(value, dict):
                if not isinstance(target.get(key), dict):
                    drop(path)
                    target[key] = {}
                merge(target[key], value, path, name)
                continue
            drop(path)
            target.pop(key, None)
            if value is not None:
                target[key] = copy.deepcopy(value)
                origins[path] = name

    for name, text in layers.items():
        document = yaml.load(text)
        if document is None:
            document = {}
        if not isinstance(document, dict):
            raise ValueError(name)
        merge(merged, document, (), name)
    return merged, origins
