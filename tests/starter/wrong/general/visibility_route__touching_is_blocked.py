import heapq
import math

from shapely.geometry import LineString, Point, Polygon


def task_func(start, goal, obstacles):
    polygons = [Polygon(o) for o in obstacles]
    for polygon in polygons:
        if not polygon.is_valid:
            raise ValueError("invalid obstacle")
        if polygon.contains(Point(start)) or polygon.contains(Point(goal)):
            raise ValueError("start or goal inside an obstacle")
    points = list(dict.fromkeys([start, goal] + [c for o in obstacles for c in o]))
    heap = [(0.0, 1, [start])]
    seen = set()
    while heap:
        length, n, path = heapq.heappop(heap)
        node = path[-1]
        if node == goal:
            return round(length, 6), path
        if node in seen:
            continue
        seen.add(node)
        for point in points:
            if point in seen:
                continue
            leg = LineString([node, point])
            if any(leg.crosses(p) or leg.within(p) or leg.overlaps(p.exterior) for p in polygons):
                continue
            heapq.heappush(heap, (round(length + math.dist(node, point), 9), n + 1, path + [point]))
    return math.inf, []
