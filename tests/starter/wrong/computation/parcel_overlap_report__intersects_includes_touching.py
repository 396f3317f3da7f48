from itertools import combinations

import pandas as pd
from shapely import wkt
from shapely.ops import unary_union


def task_func(parcels, min_area=0.0):
    shapes = {}
    for name in sorted(parcels):
        try:
            shapes[name] = wkt.loads(parcels[name])
        except Exception as exc:
            raise ValueError(f"Invalid WKT for {name}") from exc
        if shapes[name].is_empty or not shapes[name].is_valid:
            raise ValueError(f"Invalid geometry for {name}")
        if shapes[name].geom_type not in ("Polygon", "MultiPolygon"):
            raise ValueError(f"{name} is not a polygon")
    rows, pieces = [], []
    for a, b in combinations(shapes, 2):
        if shapes[a].intersects(shapes[b]):
            inter = shapes[a].intersection(shapes[b])
            if inter.area >= min_area:
                union = shapes[a].union(shapes[b])
                contains = shapes[a].contains(shapes[b]) or shapes[b].contains(shapes[a])
                rows.append((a, b, inter.area, inter.area / union.area, contains))
                pieces.append(inter)
    df = pd.DataFrame(rows, columns=["first", "second", "shared", "iou", "contains"])
    df = df.sort_values(["shared", "first", "second"], ascending=[False, True, True], ignore_index=True)
    df[["shared", "iou"]] = df[["shared", "iou"]].round(4)
    return df, round(unary_union(pieces).area, 4)
