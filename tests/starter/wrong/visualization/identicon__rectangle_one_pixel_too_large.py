import colorsys
import hashlib
import io

from PIL import Image, ImageDraw, PngImagePlugin


def task_func(address, size=5, cell=12):
    email = address.strip().lower()
    if "@" not in email or email.startswith("@") or email.endswith("@"):
        raise ValueError(f"not an e-mail address: {address}")
    if size < 1 or cell < 1:
        raise ValueError("size and cell must be positive")
    digest = hashlib.md5(email.encode()).digest()
    bits = [(digest[i // 8] >> (i % 8)) & 1 for i in range(128)]
    r, g, b = colorsys.hls_to_rgb(int.from_bytes(digest[14:16], "big") / 65536, 0.5, 0.6)
    fill = (round(r * 255), round(g * 255), round(b * 255))
    margin = cell // 2
    side = 2 * margin + size * cell
    img = Image.new("RGB", (side, side), (240, 240, 240))
    draw = ImageDraw.Draw(img)
    index = 0
    for col in range((size + 1) // 2):
        for row in range(size):
            if bits[index % 128]:
                y0 = margin + row * cell
                for c in (col, size - 1 - col):
                    x0 = margin + c * cell
                    draw.rectangle([x0, y0, x0 + cell, y0 + cell], fill=fill)
            index += 1
    meta = PngImagePlugin.PngInfo()
    meta.add_text("identicon", digest.hex())
    out = io.BytesIO()
    img.save(out, "PNG", pnginfo=meta)
    return out.getvalue()
