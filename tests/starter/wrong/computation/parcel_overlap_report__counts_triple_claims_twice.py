from itertools import combinations

import pandas as pd
from shapely import wkt
from shapely.errors import ShapelyError


def task_func(parcels, min_area=0.0):
    shapes = {}
    for name, text in parcels.items():
        try:
            geom = wkt.loads(text)
        except ShapelyError as exc:
            raise ValueError(f"bad WKT: {text}") from exc
        if geom.is_empty or not geom.is_valid or geom.geom_type not in ("Polygon", "MultiPolygon"):
            raise ValueError(f"bad geometry: {text}")
        shapes[name] = geom
    rows = []
    for a, b in combinations(sorted(shapes), 2):
        shared = shapes[a].intersection(shapes[b]).area
        if shared > min_area:
            iou = shared / (shapes[a].area + shapes[b].area - shared)
            contains = shapes[a].covers(shapes[b]) or shapes[b].covers(shapes[a])
            rows.append([a, b, shared, iou, contains])
    rows.sort(key=lambda r: (-r[2], r[0], r[1]))
    disputed = round(float(sum(r[2] for r in rows)), 4)
    report = pd.DataFrame(rows, columns=["first", "second", "shared", "iou", "contains"])
    report["shared"] = report["shared"].astype(float).round(4)
    report["iou"] = report["iou"].astype(float).round(4)
    return report, disputed
