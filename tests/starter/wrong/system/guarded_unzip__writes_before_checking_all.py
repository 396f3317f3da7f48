import calendar
import io
import os
import stat
import zipfile
from pathlib import Path, PureWindowsPath


def task_func(archive, folder, limit):
    folder = Path(folder)
    result, seen, total = {}, set(), 0
    with zipfile.ZipFile(io.BytesIO(archive)) as zf:
        for info in zf.infolist():
            name = info.filename
            path = PureWindowsPath(name)
            mode = info.external_attr >> 16
            if path.drive or path.root or ".." in path.parts or "\\" in name:
                raise ValueError(f"unsafe path: {name}")
            if stat.S_ISLNK(mode):
                raise ValueError(f"symbolic link: {name}")
            total += info.file_size
            if total > limit:
                raise ValueError("archive too large")
            target = folder / name
            if info.is_dir():
                target.mkdir(parents=True, exist_ok=True)
                continue
            if name.lower() in seen:
                raise ValueError(f"duplicate: {name}")
            seen.add(name.lower())
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(zf.read(info))
            stamp = calendar.timegm(info.date_time + (0, 0, 0))
            os.utime(target, (stamp, stamp))
            target.chmod(0o744 if mode & stat.S_IXUSR else 0o644)
            result[name] = info.file_size
    return result
