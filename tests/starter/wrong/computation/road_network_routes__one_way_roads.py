import csv
import heapq
import io


def task_func(text, origin):
    reader = csv.DictReader(io.StringIO(text))
    if not reader.fieldnames or not {"from", "to", "minutes"}.issubset(reader.fieldnames):
        raise ValueError("The table needs the columns from, to and minutes")
    graph = {}
    parent = {}

    def find(x):
        while parent[x] != x:
            x = parent[x]
        return x

    for row in reader:
        minutes = float(row["minutes"])
        if not 0 < minutes < float("inf"):
            raise ValueError("minutes must be a positive number")
        a, b = row["from"], row["to"]
        for town in (a, b):
            graph.setdefault(town, {})
            parent.setdefault(town, town)
        graph[a][b] = min(minutes, graph[a].get(b, float("inf")))
        parent[find(a)] = find(b)
    if origin not in graph:
        raise ValueError(f"Unknown origin {origin}")
    best = {origin: (0.0, [origin])}
    queue = [(0.0, origin, [origin])]
    while queue:
        minutes, town, path = heapq.heappop(queue)
        if minutes > best[town][0]:
            continue
        for neighbour, extra in graph[town].items():
            total = minutes + extra
            if neighbour not in best or total < best[neighbour][0]:
                best[neighbour] = (total, path + [neighbour])
                heapq.heappush(queue, (total, neighbour, path + [neighbour]))
    routes = {
        town: (round(total, 2), path)
        for town, (total, path) in sorted(best.items(), key=lambda item: (item[1][0], item[0]))
        if town != origin
    }
    return {
        "routes": routes,
        "unreachable": sorted(set(graph) - set(best)),
        "networks": len({find(town) for town in graph}),
    }
