import hashlib
import tarfile
from pathlib import Path


def task_func(source, archive, exclude=()):
    source = Path(source)
    archive = Path(archive)
    if not source.is_dir():
        raise NotADirectoryError(str(source))
    patterns = list(exclude)
    files = []
    for path in source.rglob("*"):
        if path.is_symlink() or not path.is_file() or path.resolve() == archive.resolve():
            continue
        rel = path.relative_to(source)
        if any(rel.match(pattern) for pattern in patterns):
            continue
        files.append((rel.as_posix(), path))
    files.sort()

    def clean(info):
        info.mtime = 0
        info.uid = info.gid = 0
        info.uname = info.gname = ""
        info.mode = 0o755 if info.mode & 0o100 else 0o644
        return info

    with tarfile.open(archive, "w:gz", format=tarfile.PAX_FORMAT) as tar:
        for name, path in files:
            tar.add(path, arcname=name, filter=clean)
    return [name for name, _ in files], hashlib.sha256(archive.read_bytes()).hexdigest()
