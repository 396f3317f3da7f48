import matplotlib.pyplot as plt
import numpy as np
from matplotlib.patches import Polygon
from scipy.spatial import ConvexHull


def task_func(groups, pad=0.0):
    if not groups or pad < 0 or any(not points for points in groups.values()):
        raise ValueError("groups must not be empty and pad must not be negative")
    _, ax = plt.subplots()
    sizes = {}
    for index, (name, points) in enumerate(groups.items()):
        points = np.array(points, dtype=float)
        ax.scatter(points[:, 0], points[:, 1], c=f"C{index}", label=name)
        if len(points) < 3:
            sizes[name] = (0.0, 0.0)
            continue
        hull = ConvexHull(points)
        vectors = points[hull.vertices] - points.mean(axis=0)
        corners = points[hull.vertices] + pad * vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
        ax.add_patch(Polygon(corners, color=f"C{index}", alpha=0.2, zorder=0))
        sizes[name] = (round(float(hull.volume), 4), round(float(hull.area), 4))
    ax.set_aspect("equal")
    ax.legend()
    return ax, sizes
