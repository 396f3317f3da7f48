import heapq
import math
from itertools import count

from shapely.geometry import LineString, Point, Polygon


def task_func(start, goal, obstacles):
    polygons = [Polygon(corners) for corners in obstacles]
    if any(not p.is_valid for p in polygons):
        raise ValueError("Invalid polygon")
    if any(p.contains(Point(start)) or p.contains(Point(goal)) for p in polygons):
        raise ValueError("Point inside obstacle")
    nodes = [start, goal]
    for corners in obstacles:
        nodes.extend(c for c in corners if c not in nodes)

    def visible(a, b):
        leg = LineString([a, b])
        return not any(p.relate(leg)[0] in "012" for p in polygons)

    distance = {start: 0.0}
    previous = {}
    tick = count()
    queue = [(0.0, next(tick), start)]
    while queue:
        d, _, node = heapq.heappop(queue)
        if node == goal:
            path = [node]
            while node in previous:
                node = previous[node]
                path.append(node)
            return round(d, 6), path[::-1]
        if d > distance[node]:
            continue
        for other in nodes:
            if other != node and visible(node, other):
                new = d + math.dist(node, other)
                if new < distance.get(other, math.inf):
                    distance[other] = new
                    previous[other] = node
                    heapq.heappush(queue, (new, next(tick), other))
    return math.inf, []
