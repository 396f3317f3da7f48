import hashlib
import os
from collections import defaultdict
from multiprocessing.pool import ThreadPool

from natsort import natsorted


def task_func(folder, smallest=1):
    sizes = defaultdict(list)
    for root, dirs, files in os.walk(folder):
        for name in files:
            full = os.path.join(root, name)
            if os.path.islink(full) or not os.path.isfile(full):
                continue
            size = os.path.getsize(full)
            if size >= smallest:
                sizes[size].append(full)

    def sha(path):
        with open(path, "rb") as f:
            return hashlib.sha256(f.read()).hexdigest()

    out = []
    with ThreadPool(4) as pool:
        for size, paths in sizes.items():
            if len(paths) < 2:
                continue
            groups = defaultdict(list)
            for path, digest in zip(paths, pool.map(sha, paths), strict=True):
                groups[digest].append(os.path.relpath(path, folder))
            for digest, members in groups.items():
                if len(members) > 1:
                    out.append((size * (len(members) - 1), digest, natsorted(members)))
    return sorted(out, key=lambda g: (-g[0], g[1]))
