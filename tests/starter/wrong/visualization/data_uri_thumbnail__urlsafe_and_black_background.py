import base64
import io

from PIL import Image, ImageColor, ImageOps


def task_func(image, box=(160, 120), background="#ffffff", quality=85):
    ImageColor.getrgb(background)
    try:
        img = Image.open(io.BytesIO(image))
        img = ImageOps.exif_transpose(img)
    except OSError as exc:
        raise ValueError("cannot read the image") from exc
    img = img.convert("RGBA")
    img.thumbnail(box)
    buffer = io.BytesIO()
    if img.getcolors(256) is None:
        kind = "jpeg"
        img.convert("RGB").save(buffer, "JPEG", quality=quality)
    else:
        kind = "png"
        img.save(buffer, "PNG")
    return f"data:image/{kind};base64," + base64.urlsafe_b64encode(buffer.getvalue()).decode()
