import os

from natsort import natsorted
from prettytable import PrettyTable


def task_func(folder, top=10):
    if not os.path.isdir(folder):
        raise NotADirectoryError(str(folder))

    def fmt(n):
        if n < 1024:
            return f"{n} B"
        for unit in ("KiB", "MiB", "GiB"):
            n /= 1024
            if n < 1024 or unit == "GiB":
                return f"{n:.1f} {unit}"

    data = {}
    for root, _, files in os.walk(folder):
        rel = os.path.relpath(root, folder)
        key = "." if rel == "." else rel.split(os.sep)[0]
        for name in files:
            count, size = data.get(key, (0, 0))
            data[key] = (count + 1, size + os.path.getsize(os.path.join(root, name)))
    names = sorted(natsorted(data), key=lambda k: data[k][1], reverse=True)
    rows = [(name, *data[name]) for name in names]
    total_files, total = sum(r[1] for r in rows), sum(r[2] for r in rows)
    if len(rows) > top:
        rest = rows[top:]
        rows = rows[:top] + [(f"({len(rest)} others)", sum(r[1] for r in rest), sum(r[2] for r in rest))]
    table = PrettyTable()
    table.field_names = ["Folder", "Files", "Size", "Share"]
    table.align = "r"
    table.align["Folder"] = "l"
    for i, (name, count, size) in enumerate(rows):
        share = f"{size / total * 100:.1f}%" if total else "-"
        table.add_row([name, count, fmt(size), share], divider=i == len(rows) - 1)
    table.add_row(["Total", total_files, fmt(total), "100.0%" if total else "-"])
    return table.get_string()
