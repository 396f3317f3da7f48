import copy

import yaml


def task_func(layers):
    merged, origins = {}, {}

    def merge(target, source, path, layer):
        for key, value in source.items():
            if key.endswith("+"):
                key = key[:-1]
                current = target.get(key, [])
                if not isinstance(value, list) or not isinstance(current, list):
                    raise ValueError(f"cannot extend {key}")
                target[key] = current + copy.deepcopy(value)
                origins[(*path, key)] = layer
            elif value is None:
                target.pop(key, None)
                origins.pop((*path, key), None)
            elif isinstance(value, dict):
                if not isinstance(target.get(key), dict):
                    target[key] = {}
                merge(target[key], value, (*path, key), layer)
            else:
                target[key] = copy.deepcopy(value)
                origins[(*path, key)] = layer

    for name, text in layers.items():
        data = yaml.safe_load(text)
        if data is None:
            continue
        if not isinstance(data, dict):
            raise ValueError(f"layer {name} must be a mapping")
        merge(merged, data, (), name)
    return merged, origins
