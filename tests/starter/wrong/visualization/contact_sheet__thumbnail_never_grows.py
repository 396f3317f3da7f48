import math
from pathlib import Path

from natsort import natsorted
from PIL import Image


def task_func(folder, target, columns=4, cell=64, gap=8):
    names = natsorted(
        p.name for p in Path(folder).iterdir() if p.is_file() and p.suffix.lower() in {".png", ".jpg", ".gif"}
    )
    if not names:
        raise ValueError("no pictures found")
    columns = min(columns, len(names))
    rows = math.ceil(len(names) / columns)
    width = columns * cell + (columns + 1) * gap
    height = rows * cell + (rows + 1) * gap
    sheet = Image.new("RGB", (width, height), (40, 40, 40))
    for index, name in enumerate(names):
        img = Image.open(Path(folder) / name).convert("RGB")
        img.thumbnail((cell, cell))
        x = gap + (index % columns) * (cell + gap) + (cell - img.width) // 2
        y = gap + (index // columns) * (cell + gap) + (cell - img.height) // 2
        sheet.paste(img, (x, y))
    sheet.save(target)
    return names
