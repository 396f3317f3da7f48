import io
import zipfile
from pathlib import PurePosixPath


def task_func(archive, folder, limit):
    with zipfile.ZipFile(io.BytesIO(archive)) as zf:
        infos = zf.infolist()
        if sum(i.file_size for i in infos) > limit:
            raise ValueError("archive exceeds the limit")
        names = set()
        for info in infos:
            path = PurePosixPath(info.filename)
            if path.is_absolute() or ".." in path.parts or "\\" in info.filename or ":" in info.filename:
                raise ValueError(f"unsafe name {info.filename}")
            if (info.external_attr >> 16) & 0o170000 == 0o120000:
                raise ValueError(f"link {info.filename}")
            if not info.is_dir():
                if info.filename.lower() in names:
                    raise ValueError(f"duplicate {info.filename}")
                names.add(info.filename.lower())
        zf.extractall(folder)
        return {i.filename: i.file_size for i in infos if not i.is_dir()}
