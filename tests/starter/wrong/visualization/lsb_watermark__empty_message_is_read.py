import hashlib
import io

from PIL import Image


def task_func(png, message=None):
    image = Image.open(io.BytesIO(png)).convert("RGB")
    values = list(image.tobytes())
    if message:
        data = message.encode("utf-8")
        if len(data) > 0xFFFF:
            raise ValueError("The message is longer than 65535 bytes")
        payload = len(data).to_bytes(2, "big") + hashlib.sha256(data).digest()[:4] + data
        bits = "".join(f"{byte:08b}" for byte in payload)
        if len(bits) > len(values):
            raise ValueError("The image is too small")
        for i, bit in enumerate(bits):
            values[i] = values[i] & ~1 | int(bit)
        buffer = io.BytesIO()
        Image.frombytes("RGB", image.size, bytes(values)).save(buffer, format="PNG")
        return buffer.getvalue()

    bits = "".join(str(v & 1) for v in values)
    raw = bytes(int(bits[i : i + 8], 2) for i in range(0, len(bits) - 7, 8))
    length = int.from_bytes(raw[:2], "big")
    data = raw[6 : 6 + length]
    if len(raw) < 6 or len(data) < length:
        raise ValueError("No complete message found")
    if hashlib.sha256(data).digest()[:4] != raw[2:6]:
        raise ValueError("The digest does not match")
    return data.decode("utf-8")
