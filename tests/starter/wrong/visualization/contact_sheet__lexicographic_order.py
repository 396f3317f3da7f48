import math
from pathlib import Path

from PIL import Image, ImageOps


def task_func(folder, target, columns=4, cell=64, gap=8):
    folder = Path(folder)
    files = sorted(p for p in folder.iterdir() if p.suffix.lower() in (".png", ".jpg", ".gif"))
    if not files:
        raise ValueError("The folder contains no pictures.")
    columns = min(columns, len(files))
    rows = math.ceil(len(files) / columns)
    sheet = Image.new("RGB", (columns * (cell + gap) + gap, rows * (cell + gap) + gap), (40, 40, 40))
    for i, path in enumerate(files):
        r, c = divmod(i, columns)
        thumb = ImageOps.contain(Image.open(path).convert("RGB"), (cell, cell))
        x = gap + c * (cell + gap) + (cell - thumb.width) // 2
        y = gap + r * (cell + gap) + (cell - thumb.height) // 2
        sheet.paste(thumb, (x, y))
    sheet.save(target)
    return [p.name for p in files]
