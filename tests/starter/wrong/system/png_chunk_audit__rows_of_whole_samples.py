import struct
import zlib


def task_func(data):
    if data[:8] != b"\x89PNG\r\n\x1a\n":
        raise ValueError("bad signature")
    offset, chunks, texts, idat = 8, [], {}, bytearray()
    try:
        while True:
            length, kind = struct.unpack_from(">I4s", data, offset)
            content = data[offset + 8 : offset + 8 + length]
            (crc,) = struct.unpack_from(">I", data, offset + 8 + length)
            valid = crc == zlib.crc32(kind + content)
            if not chunks and kind != b"IHDR":
                raise ValueError("first chunk is not IHDR")
            if kind == b"IHDR":
                width, height, depth, colour, _, _, interlace = struct.unpack(">IIBBBBB", content)
            elif kind == b"IDAT":
                idat += content
            elif kind in (b"tEXt", b"zTXt") and valid:
                key, _, text = content.partition(b"\0")
                if kind == b"zTXt":
                    text = zlib.decompress(text[1:])
                texts[key.decode("latin-1")] = text.decode("latin-1")
            chunks.append((kind.decode(), length, valid))
            offset += length + 12
            if kind == b"IEND":
                break
    except struct.error:
        raise ValueError("truncated") from None
    pixels = None
    if not interlace:
        per_pixel = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}[colour] * max(depth // 8, 1)
        try:
            pixels = len(zlib.decompress(bytes(idat))) == height * (width * per_pixel + 1)
        except zlib.error:
            pixels = False
    return {"size": (width, height), "chunks": chunks, "texts": texts, "pixels": pixels, "extra": len(data) - offset}
