import io
import struct
import unittest
import zlib

from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from PIL.PngImagePlugin import PngInfo


def task_func(data):
    """Examine the structure of a PNG image without an image library.

    After the eight bytes of the signature come chunks: length (4 bytes, big-endian), type (4 ASCII letters), content
    and a CRC-32 (4 bytes, big-endian) of type and content. The first chunk, IHDR, begins with width and height (4 bytes
    each), bit depth, colour type, compression, filter and interlace method (one byte each). A pixel has 1, 3, 1, 2 or 4
    samples for the colour types 0, 2, 3, 4 and 6. The zlib stream that is spread over the IDAT chunks holds, for images
    that are not interlaced, one filter byte and the packed samples, rounded up to whole bytes, for each row. tEXt
    chunks hold a keyword, a zero byte and a text in Latin-1; in zTXt chunks, another zero byte (for the compression
    method) precedes the text, which is compressed with zlib.

    Parameters:
    - data (bytes): the file's content.

    Returns:
    - dict: 'size' (tuple of width and height), 'chunks' (list of tuples (type as str, length, True if the CRC is right)
      up to IEND), 'texts' (dict from keyword to text of all tEXt and zTXt chunks with a right CRC; the last counts),
      'pixels' (True if the IDAT stream is complete and has the right length, False if not, None if the image is
      interlaced) and 'extra' (int, the number of bytes after IEND).

    Raises:
    - ValueError: if the signature is wrong, the first chunk is not IHDR or the data end before or within IEND.

    Requirements:
    - struct
    - zlib

    Example:
    >>> buffer = io.BytesIO()
    >>> Image.new("RGB", (3, 2)).save(buffer, "PNG")
    >>> task_func(buffer.getvalue())["size"]
    (3, 2)
    """
    if data[:8] != b"\x89PNG\r\n\x1a\n" or data[12:16] != b"IHDR":
        raise ValueError("no PNG image")
    chunks, texts, stream, offset = [], {}, b"", 8
    while not chunks or chunks[-1][0] != "IEND":
        try:
            length, kind = struct.unpack_from("!I4s", data, offset)
            content, crc = struct.unpack_from(f"!{length}sI", data, offset + 8)
        except struct.error:
            raise ValueError(f"truncated in the chunk at byte {offset}") from None
        offset += 12 + length
        intact = zlib.crc32(kind + content) == crc
        chunks.append((kind.decode("latin-1"), length, intact))
        if kind == b"IDAT":
            stream += content
        elif kind in (b"tEXt", b"zTXt") and intact:
            keyword, _, text = content.partition(b"\0")
            text = zlib.decompress(text[1:]) if kind == b"zTXt" else text
            texts[keyword.decode("latin-1")] = text.decode("latin-1")
    width, height, depth, colour, _, _, interlaced = struct.unpack_from("!IIBBBBB", data, 16)
    pixels = None
    if not interlaced:
        samples = width * {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}[colour]
        try:
            pixels = len(zlib.decompress(stream)) == height * (1 + (samples * depth + 7) // 8)
        except zlib.error:
            pixels = False
    return {"size": (width, height), "chunks": chunks, "texts": texts, "pixels": pixels, "extra": len(data) - offset}


class TestCases(unittest.TestCase):
    SIGNATURE = b"\x89PNG\r\n\x1a\n"

    def chunk(self, kind, content=b"", crc=None):
        crc = zlib.crc32(kind + content) if crc is None else crc
        return struct.pack("!I", len(content)) + kind + content + struct.pack("!I", crc)

    def image(self, *more, size=(2, 3), depth=8, colour=0, interlace=0, pixels=b"\0" * 9, idat=None):
        header = struct.pack("!IIBBBBB", *size, depth, colour, 0, 0, interlace)
        body = [self.chunk(b"IDAT", zlib.compress(pixels))] if idat is None else idat
        return self.SIGNATURE + b"".join([self.chunk(b"IHDR", header), *more, *body, self.chunk(b"IEND")])

    def test_simple_image(self):
        found = task_func(self.image())
        size = len(zlib.compress(b"\0" * 9))
        chunks = [("IHDR", 13, True), ("IDAT", size, True), ("IEND", 0, True)]
        expected = {"size": (2, 3), "chunks": chunks, "texts": {}, "pixels": True, "extra": 0}
        self.assertEqual(found, expected)
        self.assertEqual(task_func(self.image() + b"\0more")["extra"], 5)

    def test_texts(self):
        found = task_func(
            self.image(
                self.chunk(b"tEXt", b"Author\0J\xfcrgen\0x"),
                self.chunk(b"zTXt", b"Comm\xe9nt\0\0" + zlib.compress(b"packed \xff")),
                self.chunk(b"tEXt", b"Title\0first"),
                self.chunk(b"tEXt", b"Title\0second"),
                self.chunk(b"tEXt", b"Title\0broken", crc=1),
                self.chunk(b"iTXt", b"Other\0text"),
                self.chunk(b"tEXt", b"Empty"),
            )
        )
        expected = {"Author": "J\xfcrgen\0x", "Comm\xe9nt": "packed \xff", "Title": "second", "Empty": ""}
        self.assertEqual(found["texts"], expected)
        self.assertEqual([ok for _, _, ok in found["chunks"]], [True] * 5 + [False] + [True] * 4)

    def test_row_lengths(self):
        rows = [(1, 0, 2), (2, 3, 3), (4, 0, 5), (8, 2, 27), (16, 0, 18), (8, 4, 18), (8, 6, 36), (16, 6, 72)]
        for depth, colour, row in rows:
            for extra in (-1, 0, 1):
                pixels = bytes(4 * (1 + row) + extra)
                found = task_func(self.image(size=(9, 4), depth=depth, colour=colour, pixels=pixels))
                self.assertIs(found["pixels"], extra == 0, (depth, colour, extra))

    def test_streams(self):
        packed = zlib.compress(b"\0" * 9)
        parts = [self.chunk(b"IDAT", packed[:3]), self.chunk(b"tIME"), self.chunk(b"IDAT", packed[3:])]
        self.assertIs(task_func(self.image(idat=parts))["pixels"], True)
        self.assertIs(task_func(self.image(idat=parts[:1]))["pixels"], False)
        self.assertIs(task_func(self.image(idat=[]))["pixels"], False)
        self.assertIsNone(task_func(self.image(interlace=1, idat=parts[:1]))["pixels"])

    def test_truncation_and_other_files(self):
        whole = self.image(self.chunk(b"tEXt", b"k\0v"))
        for size in (0, 8, 20, 32, 33, 40, len(whole) - 12, len(whole) - 5, len(whole) - 1):
            with self.assertRaises(ValueError, msg=size):
                task_func(whole[:size])
        for bad in (b"GIF89a" + whole[6:], whole.replace(b"IHDR", b"IHDX"), self.SIGNATURE + self.chunk(b"IEND") * 3):
            with self.assertRaises(ValueError):
                task_func(bad)

    def test_wrong_checksums(self):
        data = bytearray(self.image())
        data[29] ^= 1
        self.assertEqual(task_func(bytes(data))["chunks"][0], ("IHDR", 13, False))

    @settings(derandomize=True, max_examples=25, deadline=None, database=None)
    @given(st.sampled_from("1 L P RGB RGBA LA".split()), *[st.integers(1, 20)] * 2, st.text("aé\n", max_size=5))
    def test_images_made_by_pillow(self, mode, width, height, text):
        info, buffer = PngInfo(), io.BytesIO()
        info.add_text("A", text)
        info.add_text("B", text, zip=True)
        Image.new(mode, (width, height)).save(buffer, "PNG", pnginfo=info)
        found = task_func(buffer.getvalue())
        self.assertEqual((found["size"], found["pixels"], found["extra"]), ((width, height), True, 0))
        self.assertEqual(found["texts"], {"A": text, "B": text})
        self.assertTrue(all(ok for _, _, ok in found["chunks"]))
