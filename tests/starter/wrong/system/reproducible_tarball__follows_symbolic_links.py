import gzip
import hashlib
import io
import os
import tarfile
from pathlib import Path, PurePosixPath


def task_func(source, archive, exclude=()):
    if not os.path.isdir(source):
        raise NotADirectoryError(f"{source} is not a directory")
    patterns = list(exclude)
    selected = {}
    for folder, _, files in os.walk(source):
        for file in files:
            full = os.path.join(folder, file)
            rel = os.path.relpath(full, source).replace(os.sep, "/")
            if os.path.realpath(full) == os.path.realpath(archive):
                continue
            if not any(PurePosixPath(rel).match(p) for p in patterns):
                selected[rel] = full
    raw = io.BytesIO()
    with tarfile.open(fileobj=raw, mode="w", format=tarfile.PAX_FORMAT) as tar:
        for rel in sorted(selected):
            data = Path(selected[rel]).read_bytes()
            info = tarfile.TarInfo(rel)
            info.size = len(data)
            info.mode = 0o755 if os.stat(selected[rel]).st_mode & 0o100 else 0o644
            tar.addfile(info, io.BytesIO(data))
    packed = gzip.compress(raw.getvalue(), mtime=0)
    Path(archive).write_bytes(packed)
    return sorted(selected), hashlib.sha256(packed).hexdigest()
