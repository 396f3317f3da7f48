import struct
import zlib


def task_func(data):
    if not data.startswith(b"\x89PNG\r\n\x1a\n"):
        raise ValueError("not a PNG file")
    pos = 8
    chunks, texts, idat = [], {}, b""
    header = None
    while True:
        if pos + 12 > len(data):
            raise ValueError("unexpected end of file")
        (length,) = struct.unpack(">I", data[pos : pos + 4])
        ctype = data[pos + 4 : pos + 8]
        body = data[pos + 8 : pos + 8 + length]
        (crc,) = struct.unpack(">I", data[pos + 8 + length : pos + 12 + length])
        ok = zlib.crc32(body) == crc
        pos += 12 + length
        if header is None:
            if ctype != b"IHDR":
                raise ValueError("IHDR missing")
            header = struct.unpack(">IIBBBBB", body)
        chunks.append((ctype.decode("ascii"), length, ok))
        if ctype == b"IDAT":
            idat += body
        elif ok and ctype == b"tEXt":
            key, _, value = body.partition(b"\x00")
            texts[key.decode("latin-1")] = value.decode("latin-1")
        elif ok and ctype == b"zTXt":
            key, _, value = body.partition(b"\x00")
            texts[key.decode("latin-1")] = zlib.decompress(value[1:]).decode("latin-1")
        if ctype == b"IEND":
            break
    width, height, depth, colour, _, _, interlace = header
    pixels = None
    if interlace == 0:
        channels = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}[colour]
        try:
            pixels = len(zlib.decompress(idat)) == height * (1 + (width * channels * depth + 7) // 8)
        except zlib.error:
            pixels = False
    return {"size": (width, height), "chunks": chunks, "texts": texts, "pixels": pixels, "extra": len(data) - pos}
