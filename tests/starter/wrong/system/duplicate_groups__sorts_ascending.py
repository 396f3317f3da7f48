import hashlib
import os
from collections import defaultdict
from pathlib import Path

from natsort import natsorted


def task_func(folder, smallest=1):
    folder = Path(folder)
    inodes = set()
    groups = defaultdict(list)
    paths = [p for p in folder.rglob("*") if p.is_file() and not p.is_symlink()]
    for path in natsorted(paths, key=str):
        info = path.stat()
        if info.st_size < smallest or info.st_ino in inodes:
            continue
        inodes.add(info.st_ino)
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        groups[info.st_size, digest].append(os.path.relpath(path, folder))
    result = [(size * (len(names) - 1), digest, names) for (size, digest), names in groups.items() if len(names) > 1]
    return sorted(result)
