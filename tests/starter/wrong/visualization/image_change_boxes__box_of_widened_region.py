import numpy as np
from PIL import ImageChops, ImageDraw
from scipy import ndimage


def task_func(before, after, threshold=24, gap=2, least=4):
    if before.size != after.size:
        raise ValueError("sizes differ")
    new = after.convert("RGB")
    diff = np.array(ImageChops.difference(before.convert("RGB"), new)).max(axis=-1)
    mask = diff > threshold
    wide = ndimage.binary_dilation(mask, np.ones((2 * gap + 1, 2 * gap + 1)))
    labels, _ = ndimage.label(wide, np.ones((3, 3)))
    regions = []
    for index, slices in enumerate(ndimage.find_objects(labels), start=1):
        inside = (labels == index) & mask
        count = int(inside.sum())
        if count >= least:
            rows, cols = slices
            regions.append(
                {
                    "box": (cols.start, rows.start, cols.stop, rows.stop),
                    "pixels": count,
                    "peak": int(diff[inside].max()),
                }
            )
    regions.sort(key=lambda r: (-r["pixels"], r["box"]))
    draw = ImageDraw.Draw(new)
    for region in regions:
        left, top, right, bottom = region["box"]
        draw.rectangle((left - 1, top - 1, right, bottom), outline=(255, 0, 0))
    return new, regions, round(float(mask.mean()), 4)
