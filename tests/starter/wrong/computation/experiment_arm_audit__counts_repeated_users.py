import hashlib
import hmac
from collections import Counter

from scipy.stats import chisquare


def task_func(users, secret, weights, alpha=0.01):
    if not users:
        raise ValueError("no users")
    if len(weights) < 2:
        raise ValueError("at least two arms are needed")
    if any(w < 1 for w in weights.values()):
        raise ValueError("weights must be at least 1")
    slots = [arm for arm, weight in weights.items() for _ in range(weight)]
    assignment = {}
    tally = Counter()
    for user in users:
        h = hmac.new(secret, user.encode("utf-8"), hashlib.sha256).digest()
        number = int.from_bytes(h[:8], byteorder="big")
        arm = slots[number * len(slots) // 2**64]
        assignment[user] = arm
        tally[arm] += 1
    counts = {arm: tally[arm] for arm in weights}
    expected = [len(users) * w / len(slots) for w in weights.values()]
    p_value = float(chisquare(list(counts.values()), expected)[1])
    return {
        "assignment": assignment,
        "counts": counts,
        "p_value": round(p_value, 6),
        "mismatch": bool(p_value < alpha),
    }
