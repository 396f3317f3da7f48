import hashlib
from collections import Counter

from scipy.stats import chisquare


def task_func(users, secret, weights, alpha=0.01):
    if not users or len(weights) < 2 or any(weight < 1 for weight in weights.values()):
        raise ValueError("users and at least two positive weights are required")
    total = sum(weights.values())
    assignment = {}
    for user in users:
        digest = hashlib.sha256(secret + user.encode("utf-8")).digest()
        slot = int.from_bytes(digest[:8], "big") * total // 2**64
        for arm, weight in weights.items():
            if slot < weight:
                assignment[user] = arm
                break
            slot -= weight
    tally = Counter(assignment.values())
    counts = {arm: tally.get(arm, 0) for arm in weights}
    expected = [len(assignment) * weight / total for weight in weights.values()]
    p_value = float(chisquare(list(counts.values()), f_exp=expected).pvalue)
    return {
        "assignment": assignment,
        "counts": counts,
        "p_value": round(p_value, 6),
        "mismatch": p_value < alpha,
    }
