from bisect import bisect
from collections import Counter
from fnmatch import fnmatchcase
from itertools import accumulate


def task_func(user_ids, weights, salt, pinned=None):
    if any(w < 0 for w in weights.values()) or sum(weights.values()) == 0:
        raise ValueError("invalid weights")
    pinned = pinned or {}
    for variant in pinned.values():
        if variant not in weights:
            raise ValueError(f"unknown variant {variant}")
    names = list(weights)
    cumulative = list(accumulate(weights.values()))
    result = {}
    for user in user_ids:
        for pattern, variant in pinned.items():
            if fnmatchcase(user, pattern):
                result[user] = variant
                break
        else:
            slot = hash(f"{salt}:{user}") % cumulative[-1]
            result[user] = names[bisect(cumulative, slot)]
    counts = Counter(result.values())
    return result, {name: counts.get(name, 0) for name in names}
