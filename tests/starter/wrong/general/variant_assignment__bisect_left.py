import bisect
import hashlib
from fnmatch import fnmatchcase
from itertools import accumulate


def task_func(user_ids, weights, salt, pinned=None):
    total = sum(weights.values())
    if total <= 0 or min(weights.values()) < 0:
        raise ValueError("weights must be non-negative and not all zero")
    pinned = pinned or {}
    if any(v not in weights for v in pinned.values()):
        raise ValueError("pinned variant missing from weights")
    variants = list(weights)
    bounds = list(accumulate(weights.values()))
    assignment = {}
    for user in user_ids:
        match = next((v for p, v in pinned.items() if fnmatchcase(user, p)), None)
        if match is None:
            digest = hashlib.sha256((salt + ":" + user).encode("utf-8")).digest()
            slot = int.from_bytes(digest[:8], "big") % total
            match = variants[bisect.bisect_left(bounds, slot)]
        assignment[user] = match
    counts = {v: 0 for v in variants}
    for variant in assignment.values():
        counts[variant] += 1
    return assignment, counts
