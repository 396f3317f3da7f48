import matplotlib.pyplot as plt
import numpy as np
from mpl_toolkits.mplot3d.art3d import Line3DCollection


def task_func(text, tolerance=1.2):
    data = {"H": (0.31, "white"), "C": (0.76, "black"), "N": (0.71, "blue"), "O": (0.66, "red")}
    n, comment, *rows = text.splitlines()
    rows = [row.split() for row in rows if row.strip()]
    if len(rows) != int(n):
        raise ValueError("wrong number of atoms")
    if any(row[0] not in data for row in rows):
        raise ValueError("unknown element")
    symbols = np.array([row[0] for row in rows])
    coordinates = np.array([row[1:4] for row in rows], dtype=float)
    coordinates = coordinates - coordinates.mean(axis=0)
    r = np.array([data[s][0] for s in symbols])
    distances = squareform(pdist(coordinates))
    i, j = np.where(np.triu(distances <= tolerance * (r[:, None] + r[None, :]), k=1))
    bonds = sorted(zip(i.tolist(), j.tolist()))
    fig, ax = plt.subplots(subplot_kw={"projection": "3d"})
    for s in sorted(set(symbols)):
        ax.scatter(*coordinates[symbols == s].T, s=400 * data[s][0], color=data[s][1], edgecolors="gray", label=s)
    if bonds:
        ax.add_collection3d(Line3DCollection([coordinates[list(b)] for b in bonds], colors="gray"))
    limit = np.linalg.norm(coordinates, axis=1).max() + 1
    ax.set(xlim=(-limit, limit), ylim=(-limit, limit), zlim=(-limit, limit))
    ax.set(xlabel="x", ylabel="y", zlabel="z", title=comment.strip())
    return ax, bonds
