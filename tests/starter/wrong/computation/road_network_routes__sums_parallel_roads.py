import csv
import io
import math

from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components, dijkstra


def task_func(text, origin):
    rows = list(csv.DictReader(io.StringIO(text)))
    if not rows or not all(column in rows[0] for column in ("from", "to", "minutes")):
        raise ValueError("missing columns")
    towns = sorted({row["from"] for row in rows} | {row["to"] for row in rows})
    if origin not in towns:
        raise ValueError(f"{origin} is not in the table")
    index = {town: i for i, town in enumerate(towns)}
    i, j, w = [], [], []
    for row in rows:
        minutes = float(row["minutes"])
        if not (minutes > 0 and math.isfinite(minutes)):
            raise ValueError("minutes must be positive")
        i.append(index[row["from"]])
        j.append(index[row["to"]])
        w.append(minutes)
    graph = coo_matrix((w, (i, j)), shape=(len(towns), len(towns))).tocsr()
    dist, pred = dijkstra(graph, directed=False, indices=index[origin], return_predecessors=True)
    routes = {}
    for k in sorted(range(len(towns)), key=lambda k: (dist[k], towns[k])):
        if towns[k] == origin or math.isinf(dist[k]):
            continue
        path = [k]
        while path[-1] != index[origin]:
            path.append(pred[path[-1]])
        routes[towns[k]] = (round(float(dist[k]), 2), [towns[p] for p in reversed(path)])
    unreachable = [t for t in towns if math.isinf(dist[index[t]])]
    n, _ = connected_components(graph, directed=False)
    return {"routes": routes, "unreachable": unreachable, "networks": int(n)}
