import csv
import io
import math
import random


def task_func(csv_text, size, seed):
    rows = list(csv.DictReader(io.StringIO(csv_text)))
    items, weights = [], []
    for row in rows:
        weight = float(row["weight"])
        if not math.isfinite(weight) or weight < 0:
            raise ValueError("Invalid weight")
        if weight > 0:
            items.append(row["item"])
            weights.append(weight)
    if size < 0:
        raise ValueError("Invalid size")
    if not items or size == 0:
        return {"sample": [], "threshold": None, "share": 0.0}
    rng = random.Random(seed)
    keys = [rng.random() ** (1 / w) for w in weights]
    picked = rng.choices(range(len(items)), weights=weights, k=min(size, len(items)))
    picked.sort(key=lambda i: keys[i], reverse=True)
    share = sum(weights[i] for i in picked) / sum(weights)
    return {
        "sample": [items[i] for i in picked],
        "threshold": round(keys[picked[-1]], 6),
        "share": round(share, 4),
    }
