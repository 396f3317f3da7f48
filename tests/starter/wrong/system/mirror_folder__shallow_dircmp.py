import filecmp
import os
import shutil


def task_func(source, target):
    if not os.path.isdir(source):
        raise NotADirectoryError(source)
    a, b = os.path.realpath(source), os.path.realpath(target)
    if a == b or a.startswith(b + os.sep) or b.startswith(a + os.sep):
        raise ValueError("folders overlap")
    os.makedirs(b, exist_ok=True)
    report = {"deleted": [], "created": [], "updated": []}

    def walk(root, prefix, key):
        if os.path.isdir(root):
            report[key].append(prefix + "/")
            for name in sorted(os.listdir(root)):
                walk(os.path.join(root, name), f"{prefix}/{name}", key)
        else:
            report[key].append(prefix)

    def sync(comparison, prefix):
        for name in comparison.right_only + comparison.common_funny:
            path = os.path.join(comparison.right, name)
            walk(path, prefix + name, "deleted")
            shutil.rmtree(path) if os.path.isdir(path) else os.remove(path)
        for name in comparison.left_only + comparison.common_funny:
            left, right = os.path.join(comparison.left, name), os.path.join(comparison.right, name)
            walk(left, prefix + name, "created")
            shutil.copytree(left, right) if os.path.isdir(left) else shutil.copy2(left, right)
        for name in comparison.diff_files:
            shutil.copy2(os.path.join(comparison.left, name), os.path.join(comparison.right, name))
            report["updated"].append(prefix + name)
        for name, sub in comparison.subdirs.items():
            sync(sub, f"{prefix}{name}/")

    sync(filecmp.dircmp(a, b), "")
    return {key: sorted(value) for key, value in report.items()}
