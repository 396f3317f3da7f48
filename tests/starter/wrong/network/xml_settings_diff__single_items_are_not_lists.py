import xmltodict


def task_func(old, new):
    def flatten(value, path, out):
        if isinstance(value, dict):
            for key, child in value.items():
                flatten(child, path if key == "#text" else f"{path}/{key}", out)
        elif isinstance(value, list):
            for i, child in enumerate(value, 1):
                flatten(child, f"{path}[{i}]", out)
        else:
            out[path] = value
        return out

    a, b = xmltodict.parse(old), xmltodict.parse(new)
    if list(a) != list(b):
        raise ValueError(f"root elements differ: {list(a)[0]} != {list(b)[0]}")
    left, right = flatten(a, "", {}), flatten(b, "", {})
    result = {}
    for path in natsorted({**left, **right}):
        pair = (left.get(path, "(absent)"), right.get(path, "(absent)"))
        if pair[0] != pair[1]:
            result[path] = pair
    return result
