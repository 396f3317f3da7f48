import filecmp
import shutil
from pathlib import Path


def task_func(source, target):
    source, target = Path(source).resolve(), Path(target).resolve()
    if not source.is_dir():
        raise NotADirectoryError(str(source))
    if source == target or source in target.parents or target in source.parents:
        raise ValueError("source and target overlap")

    def names(root):
        return {p.relative_to(root).as_posix() + ("/" if p.is_dir() else "") for p in root.rglob("*")}

    before = names(target) if target.exists() else set()
    wanted = names(source)
    updated = [
        name
        for name in wanted & before
        if not name.endswith("/") and not filecmp.cmp(source / name, target / name, shallow=False)
    ]
    for name in before - wanted:
        path = target / name
        if path.is_dir():
            shutil.rmtree(path, ignore_errors=True)
        elif path.exists():
            path.unlink()
    shutil.copytree(source, target, dirs_exist_ok=True)
    return {"deleted": sorted(before - wanted), "created": sorted(wanted - before), "updated": sorted(updated)}
