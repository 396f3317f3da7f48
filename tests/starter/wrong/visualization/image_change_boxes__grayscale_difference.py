import numpy as np
from PIL import Image, ImageDraw
from scipy import ndimage


def task_func(before, after, threshold=24, gap=2, least=4):
    if before.size != after.size:
        raise ValueError("the pictures differ in size")
    a = np.asarray(before.convert("L")).astype(int)
    b = np.asarray(after.convert("L")).astype(int)
    diff = np.abs(a - b)
    changed = diff > threshold
    size = 2 * gap + 1
    grown = ndimage.binary_dilation(changed, structure=np.ones((size, size)))
    labels, n = ndimage.label(grown, structure=np.ones((3, 3)))
    regions = []
    for i in range(1, n + 1):
        mask = changed & (labels == i)
        pixels = int(mask.sum())
        if pixels < least:
            continue
        ys, xs = np.where(mask)
        box = (int(xs.min()), int(ys.min()), int(xs.max()) + 1, int(ys.max()) + 1)
        regions.append({"box": box, "pixels": pixels, "peak": int(diff[mask].max())})
    regions.sort(key=lambda r: (-r["pixels"], r["box"]))
    picture = after.convert("RGB").copy()
    draw = ImageDraw.Draw(picture)
    for r in regions:
        x0, y0, x1, y1 = r["box"]
        draw.rectangle([x0 - 1, y0 - 1, x1, y1], outline=(255, 0, 0))
    return picture, regions, round(float(changed.mean()), 4)
