import colorsys
import hashlib
import io

from PIL import Image, ImageDraw
from PIL.PngImagePlugin import PngInfo


def task_func(address, size=5, cell=12):
    address = address.strip().lower()
    local, at, domain = address.partition("@")
    if not at or not local or not domain or size < 1 or cell < 1:
        raise ValueError("invalid address or size")
    digest = hashlib.md5(address.encode("utf-8")).digest()
    hue = int.from_bytes(digest[-2:], "big") / 65536
    color = tuple(int(round(c * 255)) for c in colorsys.hls_to_rgb(hue, 0.5, 0.6))
    margin = cell // 2
    width = size * cell + 2 * margin
    image = Image.new("RGB", (width, width), (240, 240, 240))
    draw = ImageDraw.Draw(image)
    half = (size + 1) // 2
    i = 0
    for row in range(size):
        for column in range(half):
            bit = digest[(i % 128) // 8] >> (i % 8) & 1
            i += 1
            if bit:
                for c in {column, size - 1 - column}:
                    x, y = margin + c * cell, margin + row * cell
                    draw.rectangle([x, y, x + cell - 1, y + cell - 1], fill=color)
    info = PngInfo()
    info.add_text("identicon", digest.hex())
    buffer = io.BytesIO()
    image.save(buffer, format="PNG", pnginfo=info)
    return buffer.getvalue()
