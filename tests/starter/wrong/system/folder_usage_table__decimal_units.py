import os
from pathlib import Path

from natsort import natsort_keygen
from prettytable import PrettyTable


def task_func(folder, top=10):
    root = Path(folder)
    if not root.is_dir():
        raise NotADirectoryError(folder)

    def size_text(value):
        for unit, factor in (("GiB", 10**9), ("MiB", 10**6), ("KiB", 10**3)):
            if value >= factor:
                return f"{value / factor:.1f} {unit}"
        return f"{value} B"

    usage = {}
    for directory, _, files in os.walk(root):
        relative = Path(directory).relative_to(root)
        key = relative.parts[0] if relative.parts else "."
        for name in files:
            path = Path(directory, name)
            if not path.is_symlink():
                count, size = usage.get(key, (0, 0))
                usage[key] = (count + 1, size + path.stat().st_size)
    key = natsort_keygen()
    rows = sorted(((n, c, s) for n, (c, s) in usage.items()), key=lambda r: (-r[2], key(r[0])))
    files, total = sum(r[1] for r in rows), sum(r[2] for r in rows)
    if len(rows) > top:
        others = rows[top:]
        rows = rows[:top] + [(f"({len(others)} others)", sum(r[1] for r in others), sum(r[2] for r in others))]
    table = PrettyTable(["Folder", "Files", "Size", "Share"], align="r")
    table.align["Folder"] = "l"
    for index, (name, count, size) in enumerate(rows + [("Total", files, total)]):
        share = f"{100 * size / total:.1f}%" if total else "-"
        table.add_row([name, count, size_text(size), share], divider=index == len(rows) - 1)
    return table.get_string()
