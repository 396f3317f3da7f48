import gzip
import hashlib
import io
import tarfile
from pathlib import Path


def task_func(source, archive, exclude=()):
    source, archive = Path(source), Path(archive)
    if not source.is_dir():
        raise NotADirectoryError(source)
    patterns = tuple(exclude)
    buffer = io.BytesIO()
    names = []
    with gzip.GzipFile(filename="", fileobj=buffer, mode="wb", mtime=0) as gz:
        with tarfile.open(fileobj=gz, mode="w", format=tarfile.PAX_FORMAT) as tar:
            for path in sorted(source.rglob("*")):
                if not path.is_file() or path.is_symlink() or path.resolve() == archive.resolve():
                    continue
                relative = path.relative_to(source)
                if any(relative.match(p) for p in patterns):
                    continue
                info = tarfile.TarInfo(relative.as_posix())
                info.size = path.stat().st_size
                info.mode = 0o755 if path.stat().st_mode & 0o100 else 0o644
                with path.open("rb") as handle:
                    tar.addfile(info, handle)
                names.append(relative.as_posix())
    archive.write_bytes(buffer.getvalue())
    return names, hashlib.sha256(buffer.getvalue()).hexdigest()
