import matplotlib.pyplot as plt
import numpy as np
from matplotlib.patches import Polygon
from scipy.spatial import ConvexHull, QhullError


def task_func(groups, pad=0.0):
    if not groups or pad < 0:
        raise ValueError("invalid arguments")
    if any(len(points) == 0 for points in groups.values()):
        raise ValueError("a group has no points")
    fig, ax = plt.subplots()
    sizes = {}
    for i, (name, points) in enumerate(groups.items()):
        pts = np.asarray(points, dtype=float)
        color = f"C{i}"
        ax.scatter(pts[:, 0], pts[:, 1], color=color, label=name)
        sizes[name] = (0.0, 0.0)
        if len(pts) < 3:
            continue
        try:
            hull = ConvexHull(pts)
        except QhullError:
            continue
        sizes[name] = (round(float(hull.area), 4), round(float(hull.volume), 4))
        centre = pts.mean(axis=0)
        corners = pts[hull.vertices]
        direction = corners - centre
        direction = direction / np.linalg.norm(direction, axis=1)[:, None]
        ax.add_patch(Polygon(corners + pad * direction, closed=True, color=color, alpha=0.2, zorder=0))
    ax.set_aspect("equal")
    ax.legend()
    return ax, sizes
