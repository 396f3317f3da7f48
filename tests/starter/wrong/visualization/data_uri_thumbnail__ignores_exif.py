import base64
import io

from PIL import Image, ImageColor


def task_func(image, box=(160, 120), background="#ffffff", quality=85):
    rgb = ImageColor.getrgb(background)
    try:
        picture = Image.open(io.BytesIO(image)).convert("RGBA")
    except Exception as exc:
        raise ValueError("The data is not an image") from exc
    picture.thumbnail(box)
    out = io.BytesIO()
    if picture.getcolors(maxcolors=256) is not None:
        picture.save(out, format="PNG")
        mime = "image/png"
    else:
        flat = Image.new("RGB", picture.size, rgb)
        flat.paste(picture, mask=picture.split()[3])
        flat.save(out, format="JPEG", quality=quality)
        mime = "image/jpeg"
    return f"data:{mime};base64,{base64.b64encode(out.getvalue()).decode('ascii')}"
