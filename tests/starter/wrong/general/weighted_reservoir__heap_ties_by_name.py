import csv
import heapq
import io
import math
import random


def task_func(csv_text, size, seed):
    if size < 0:
        raise ValueError("size must be >= 0")
    rng = random.Random(seed)
    heap = []
    weights = []
    for row in csv.DictReader(io.StringIO(csv_text)):
        weight = float(row["weight"])
        if weight < 0 or math.isinf(weight) or math.isnan(weight):
            raise ValueError("weight must be a finite non-negative number")
        if weight == 0:
            continue
        weights.append(weight)
        entry = (rng.random() ** (1.0 / weight), row["item"], weight)
        if len(heap) < size:
            heapq.heappush(heap, entry)
        elif size:
            heapq.heappushpop(heap, entry)
    drawn = sorted(heap, reverse=True)
    total = math.fsum(weights)
    return {
        "sample": [item for _, item, _ in drawn],
        "threshold": round(drawn[-1][0], 6) if drawn else None,
        "share": round(math.fsum(w for _, _, w in drawn) / total, 4) if total else 0.0,
    }
