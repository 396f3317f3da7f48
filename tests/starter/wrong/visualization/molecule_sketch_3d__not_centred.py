from itertools import combinations

import matplotlib.pyplot as plt
import numpy as np
from mpl_toolkits.mplot3d.art3d import Line3DCollection


def task_func(text, tolerance=1.2):
    radii = {"H": 0.31, "C": 0.76, "N": 0.71, "O": 0.66}
    colors = {"H": "white", "C": "black", "N": "blue", "O": "red"}
    lines = text.splitlines()
    count = int(lines[0])
    title = lines[1].strip()
    atoms = [line.split() for line in lines[2:] if line.strip()]
    if len(atoms) != count or any(atom[0] not in radii for atom in atoms):
        raise ValueError("malformed molecule")
    symbols = [atom[0] for atom in atoms]
    xyz = np.array([[float(v) for v in atom[1:4]] for atom in atoms])
    bonds = []
    for i, j in combinations(range(count), 2):
        if np.linalg.norm(xyz[i] - xyz[j]) <= tolerance * (radii[symbols[i]] + radii[symbols[j]]):
            bonds.append((i, j))
    fig = plt.figure()
    ax = fig.add_subplot(projection="3d")
    for symbol in sorted(set(symbols)):
        pts = xyz[[s == symbol for s in symbols]]
        ax.scatter(pts[:, 0], pts[:, 1], pts[:, 2], s=400 * radii[symbol], color=colors[symbol],
                   edgecolors="gray", label=symbol)
    if bonds:
        ax.add_collection3d(Line3DCollection([(xyz[i], xyz[j]) for i, j in bonds], colors="gray"))
    r = np.linalg.norm(xyz, axis=1).max() + 1
    ax.set_xlim(-r, r)
    ax.set_ylim(-r, r)
    ax.set_zlim(-r, r)
    ax.set_xlabel("x")
    ax.set_ylabel("y")
    ax.set_zlabel("z")
    ax.set_title(title)
    return ax, bonds
