import hashlib
import io

from PIL import Image


def task_func(png, message=None):
    image = Image.open(io.BytesIO(png)).convert("RGB")
    channels = bytearray(image.tobytes())
    if message is not None:
        data = message.encode("utf-8")
        if len(data) > 65535:
            raise ValueError("message too long")
        payload = len(data).to_bytes(2, "big") + hashlib.sha256(data).digest()[:4] + data
        bits = [(byte >> i) & 1 for byte in payload for i in range(8)]
        if len(bits) > len(channels):
            raise ValueError("message does not fit")
        for i, bit in enumerate(bits):
            channels[i] = (channels[i] & 0xFE) | bit
        out = io.BytesIO()
        Image.frombytes("RGB", image.size, bytes(channels)).save(out, format="PNG")
        return out.getvalue()

    def read(start, count):
        result = bytearray()
        for k in range(start, start + count):
            chunk = channels[8 * k : 8 * k + 8]
            if len(chunk) < 8:
                raise ValueError("truncated payload")
            result.append(sum((c & 1) << i for i, c in enumerate(chunk)))
        return bytes(result)

    length = int.from_bytes(read(0, 2), "big")
    data = read(6, length)
    if hashlib.sha256(data).digest()[:4] != read(2, 4):
        raise ValueError("checksum mismatch")
    return data.decode("utf-8")
