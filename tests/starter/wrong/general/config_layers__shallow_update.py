import yaml


def task_func(layers):
    merged, origins = {}, {}
    for name, text in layers.items():
        data = yaml.safe_load(text) or {}
        if not isinstance(data, dict):
            raise ValueError(f"{name} is not a mapping")
        for key, value in data.items():
            if key.endswith("+"):
                key = key[:-1]
                if not isinstance(value, list) or not isinstance(merged.get(key, []), list):
                    raise ValueError(key)
                merged[key] = merged.get(key, []) + value
                origins[(key,)] = name
            elif value is None:
                merged.pop(key, None)
                origins.pop((key,), None)
            elif isinstance(value, dict) and isinstance(merged.get(key), dict):
                merged[key].update(value)
                for sub in value:
                    origins[(key, sub)] = name
            else:
                merged[key] = value
                origins[(key,)] = name
    return merged, origins
