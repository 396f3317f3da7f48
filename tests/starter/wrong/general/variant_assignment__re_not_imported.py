import fnmatch as fm
import hashlib
from bisect import bisect_right
from collections import Counter
from itertools import accumulate


def task_func(user_ids, weights, salt, pinned=None):
    if not weights or any(weight < 0 for weight in weights.values()) or not any(weights.values()):
        raise ValueError("bad weights")
    if pinned and not all(variant in weights for variant in pinned.values()):
        raise ValueError("bad pinned variant")
    edges = list(accumulate(weights.values()))
    names = list(weights)

    def pick(user):
        for pattern, variant in (pinned or {}).items():
            if re.fullmatch(fm.translate(pattern), user):
                return variant
        value = int.from_bytes(hashlib.sha256(f"{salt}:{user}".encode()).digest()[:8], "big")
        return names[bisect_right(edges, value % edges[-1])]

    chosen = {user: pick(user) for user in user_ids}
    counted = Counter(chosen.values())
    return chosen, {name: counted[name] for name in names}
