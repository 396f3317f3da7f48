import colorsys
import hashlib
import io
import unittest

from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageDraw
from PIL.PngImagePlugin import PngInfo


def task_func(address, size=5, cell=12):
    """Draw the identicon of an e-mail address: a small symmetric pattern derived from its hash.

    Strip the address, lower it and take the MD5 digest of its UTF-8 bytes. The pattern has size x size square cells
    of cell pixels, inside a margin of half a cell (rounded down) on all sides. Number the cells of the left half,
    the middle column included when size is odd, column by column from the left and from the top within a column.
    Cell number i is filled when bit i % 128 of the digest is set, where bit 0 is the least significant bit of the
    first byte and bit 8 that of the second byte. The right half mirrors the left one.

    The colour has the hue (last two bytes of the digest as a big-endian number) / 65536, the lightness 0.5 and the
    saturation 0.6 (HLS); each component is multiplied by 255 and rounded. The background is (240, 240, 240).

    Parameters:
    - address (str): The e-mail address.
    - size (int): Number of cells in a row. Default 5.
    - cell (int): Side of a cell in pixels. Default 12.

    Returns:
    - bytes: The image as a PNG file of mode RGB, which also carries the digest in hexadecimal as the text chunk
      'identicon'.

    Raises:
    - ValueError: If the stripped address has no '@' or only at its ends, or size or cell is less than 1.

    Requirements:
    - colorsys
    - hashlib
    - io
    - PIL
    - PIL.PngImagePlugin

    Example:
    >>> Image.open(io.BytesIO(task_func('ann@example.org'))).size
    (72, 72)
    """
    address = address.strip().lower()
    if "@" not in address[1:-1] or size < 1 or cell < 1:
        raise ValueError(f"no identicon of {address!r} with {size} cells of {cell} pixels")
    digest = hashlib.md5(address.encode(), usedforsecurity=False).digest()
    bits = int.from_bytes(digest, "little")
    hue = int.from_bytes(digest[-2:], "big") / 65536
    color = tuple(round(255 * part) for part in colorsys.hls_to_rgb(hue, 0.5, 0.6))

    margin = cell // 2
    side = size * cell + 2 * margin
    image = Image.new("RGB", (side, side), (240, 240, 240))
    draw = ImageDraw.Draw(image)
    for number in range((size + 1) // 2 * size):
        column, row = divmod(number, size)
        if bits >> number % 128 & 1:
            top = margin + row * cell
            for left in (margin + column * cell, margin + (size - 1 - column) * cell):
                draw.rectangle((left, top, left + cell - 1, top + cell - 1), fill=color)
    notes = PngInfo()
    notes.add_text("identicon", digest.hex())
    buffer = io.BytesIO()
    image.save(buffer, "PNG", pnginfo=notes)
    return buffer.getvalue()


class TestCases(unittest.TestCase):
    background = (240, 240, 240)

    def icon(self, *args, **kwargs):
        with Image.open(io.BytesIO(task_func(*args, **kwargs))) as image:
            self.assertEqual((image.format, image.mode), ("PNG", "RGB"))
            image.load()
            return image

    def cells(self, image, size, cell):
        middle = cell // 2 + cell // 2
        places = [middle + number * cell for number in range(size)]
        return ["".join(".#"[image.getpixel((x, y)) != self.background] for x in places) for y in places]

    def expected(self, address, size):
        digest = hashlib.md5(address.encode()).digest()
        stream = [digest[i % 128 // 8] >> (i % 8) & 1 for i in range(size * size)]
        half = [[".#"[stream[c * size + r]] for c in range((size + 1) // 2)] for r in range(size)]
        return ["".join(row + row[: size // 2][::-1]) for row in half]

    def test_pattern(self):
        image = self.icon("ann@example.org")
        self.assertEqual(image.size, (72, 72))
        self.assertEqual(self.cells(image, 5, 12), self.expected("ann@example.org", 5))
        self.assertNotEqual(self.expected("ann@example.org", 5), self.expected("bob@example.org", 5))
        for size in (1, 2, 4, 7):
            with self.subTest(size=size):
                image = self.icon("bob@example.org", size=size, cell=3)
                self.assertEqual(self.cells(image, size, 3), self.expected("bob@example.org", size))

    def test_bits_are_used_again_after_128(self):
        image = self.icon("cleo@example.org", size=17, cell=1)
        self.assertEqual(self.cells(image, 17, 1), self.expected("cleo@example.org", 17))

    def test_margin_and_cell_edges(self):
        image = self.icon("ann@example.org", size=3, cell=9)
        self.assertEqual(image.size, (35, 35))
        color = next(pixel for _, pixel in image.getcolors() if pixel != self.background)
        pattern = self.expected("ann@example.org", 3)
        for y in range(35):
            for x in range(35):
                row, column = (y - 4) // 9, (x - 4) // 9
                filled = 0 <= row < 3 and 0 <= column < 3 and pattern[row][column] == "#"
                self.assertEqual(image.getpixel((x, y)), color if filled else self.background, (x, y))

    def test_colour(self):
        for address in ("ann@example.org", "dora@example.org", "user335@example.org", "x@y"):
            with self.subTest(address=address):
                digest = hashlib.md5(address.encode()).hexdigest()
                parts = colorsys.hls_to_rgb(int(digest[-4:], 16) / 65536, 0.5, 0.6)
                colors = {pixel for _, pixel in self.icon(address, size=7).getcolors()}
                self.assertEqual(colors - {self.background}, {tuple(round(255 * part) for part in parts)})

    def test_case_and_white_space_do_not_matter(self):
        reference = task_func("zoë@example.org")
        self.assertEqual(task_func("  ZOË@Example.ORG\n"), reference)
        self.assertNotEqual(task_func("zoe@example.org"), reference)

    def test_text_chunk(self):
        image = self.icon("ann@example.org", size=2, cell=2)
        self.assertEqual(image.text, {"identicon": hashlib.md5(b"ann@example.org").hexdigest()})
        self.assertEqual(image.size, (6, 6))

    def test_rejects_bad_arguments(self):
        for address in ("", "ann", "@example.org", "ann@", " @b", "@", "@@"):
            with self.subTest(address=address), self.assertRaises(ValueError):
                task_func(address)
        for size, cell in ((0, 5), (5, 0), (-1, 5), (5, -1)):
            with self.subTest(size=size, cell=cell), self.assertRaises(ValueError):
                task_func("a@b", size, cell)

    @settings(derandomize=True, max_examples=25, deadline=None, database=None)
    @given(st.text("aZ09.+-@é", min_size=1).map("ann@{}.test".format), st.integers(1, 6), st.integers(1, 5))
    def test_mirror_image_is_the_same(self, address, size, cell):
        image = self.icon(address, size=size, cell=cell)
        self.assertEqual(image.tobytes(), image.transpose(Image.Transpose.FLIP_LEFT_RIGHT).tobytes())
        self.assertEqual(image.width, size * cell + cell // 2 * 2)
