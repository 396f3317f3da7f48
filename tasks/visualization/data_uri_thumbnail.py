import base64
import io
import unittest

from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageColor, ImageOps


def task_func(image, box=(160, 120), background="#ffffff", quality=85):
    """Turn an image file into a small data URI for a web page.

    Turn the image upright as its EXIF orientation demands. Shrink it, keeping its aspect ratio, so that it fits into
    the box (as Pillow's Image.thumbnail does); an image that fits already keeps its size. Work in mode
    RGBA. If the image then has at most 256 different colours, save it as PNG with its transparency. Otherwise lay it
    over the background colour and save it as JPEG in mode RGB with the given quality.

    Parameters:
    - image (bytes): The image file, in any format that Pillow reads.
    - box (tuple[int, int]): Greatest width and height. Default (160, 120).
    - background (str): A colour that Pillow understands, such as '#ffffff' (default) or 'navy'.
    - quality (int): Quality of a JPEG. Default 85.

    Returns:
    - str: 'data:image/png;base64,...' or 'data:image/jpeg;base64,...'.

    Raises:
    - ValueError: If the data is no image that Pillow can read or the colour is unknown.

    Requirements:
    - base64
    - io
    - PIL.Image
    - PIL.ImageColor
    - PIL.ImageOps

    Example:
    >>> buffer = io.BytesIO()
    >>> Image.new('RGB', (320, 60), 'red').save(buffer, 'BMP')
    >>> uri = task_func(buffer.getvalue())
    >>> uri[:22], Image.open(io.BytesIO(base64.b64decode(uri[22:]))).size
    ('data:image/png;base64,', (160, 30))
    """
    backdrop = ImageColor.getrgb(background)
    try:
        with Image.open(io.BytesIO(image)) as file:
            picture = ImageOps.exif_transpose(file).convert("RGBA")
    except OSError as error:
        raise ValueError(f"not an image: {error}") from error
    picture.thumbnail(box)
    buffer = io.BytesIO()
    if picture.getcolors(256):
        kind = "png"
        picture.save(buffer, "PNG")
    else:
        kind = "jpeg"
        canvas = Image.new("RGBA", picture.size, backdrop)
        Image.alpha_composite(canvas, picture).convert("RGB").save(buffer, "JPEG", quality=quality)
    return f"data:image/{kind};base64,{base64.b64encode(buffer.getvalue()).decode()}"


class TestCases(unittest.TestCase):
    def file(self, image, kind="PNG", **options):
        buffer = io.BytesIO()
        image.save(buffer, kind, **options)
        return buffer.getvalue()

    def decode(self, uri):
        head, data = uri.split(",")
        image = Image.open(io.BytesIO(base64.b64decode(data, validate=True)))
        self.assertEqual(head, f"data:image/{image.format.lower()};base64")
        image.load()
        return image

    def gradient(self, size, mode="RGB"):
        bands = [Image.linear_gradient("L"), Image.radial_gradient("L"), Image.new("L", (256, 256), 9)]
        return Image.merge("RGB", bands).resize(size).convert(mode)

    def test_few_colours_become_png(self):
        image = self.decode(task_func(self.file(Image.new("RGB", (40, 30), (1, 2, 3)), "TIFF")))
        self.assertEqual((image.format, image.mode, image.size), ("PNG", "RGBA", (40, 30)))
        self.assertEqual(image.getcolors(), [(1200, (1, 2, 3, 255))])

    def test_many_colours_become_jpeg(self):
        source = self.gradient((100, 80))
        image = self.decode(task_func(self.file(source)))
        self.assertEqual((image.format, image.mode, image.size), ("JPEG", "RGB", (100, 80)))
        for place in ((5, 5), (50, 40), (90, 10)):
            for got, want in zip(image.getpixel(place), source.getpixel(place), strict=True):
                self.assertLess(abs(got - want), 12)

    def test_limit_of_colours(self):
        image = Image.new("RGB", (16, 17), (0, 0, 0))
        for number in range(1, 256):
            image.putpixel((number % 16, number // 16), (number, 7, 7))
        self.assertEqual(self.decode(task_func(self.file(image))).format, "PNG")
        image.putpixel((0, 16), (1, 2, 3))
        self.assertEqual(self.decode(task_func(self.file(image))).format, "JPEG")

    def test_quality(self):
        source = self.file(self.gradient((120, 100)))
        sizes = [len(task_func(source, quality=quality)) for quality in (30, 84, 85, 86, 95)]
        self.assertEqual(sizes, sorted(sizes))
        self.assertEqual(task_func(source), task_func(source, quality=85))
        self.assertEqual(len(set(sizes)), 5)

    def test_box(self):
        source = self.file(Image.new("L", (400, 200), 80))
        self.assertEqual(self.decode(task_func(source)).size, (160, 80))
        self.assertEqual(self.decode(task_func(source, box=(400, 50))).size, (100, 50))
        self.assertEqual(self.decode(task_func(source, box=(500, 500))).size, (400, 200))
        tall = self.file(Image.new("L", (100, 480), 80))
        self.assertEqual(self.decode(task_func(tall)).size, (25, 120))

    def test_transparency(self):
        image = Image.new("RGBA", (20, 10), (10, 20, 30, 0))
        self.assertEqual(self.decode(task_func(self.file(image))).getcolors(), [(200, (10, 20, 30, 0))])
        many = self.gradient((60, 60), "RGBA")
        many.paste((10, 20, 30, 0), (0, 0, 32, 60))
        for color, want in ((None, (255, 255, 255)), ("#0000ff", (0, 0, 255)), ("navy", (0, 0, 128))):
            uri = task_func(self.file(many)) if color is None else task_func(self.file(many), background=color)
            image = self.decode(uri)
            self.assertEqual(image.format, "JPEG")
            for got, expected in zip(image.getpixel((8, 20)), want, strict=True):
                self.assertLess(abs(got - expected), 6)
        palette = Image.new("P", (8, 8), 3)
        palette.putpalette([5] * 768)
        self.assertEqual(self.decode(task_func(self.file(palette, "GIF", transparency=3))).getpixel((0, 0))[3], 0)

    def test_exif_orientation(self):
        image = Image.new("RGB", (30, 20), "black")
        image.paste((255, 255, 255), (0, 0, 15, 20))
        exif = Image.Exif()
        exif[0x0112] = 6
        upright = self.decode(task_func(self.file(image, "PNG", exif=exif.tobytes())))
        self.assertEqual(upright.size, (20, 30))
        self.assertEqual([upright.getpixel((10, y))[0] for y in (2, 27)], [255, 0])

    def test_rejects_other_data(self):
        for data, color in ((b"", "red"), (b"GIF89a", "red"), (self.file(Image.new("L", (2, 2))), "reddish")):
            with self.subTest(data=data[:6]), self.assertRaises(ValueError):
                task_func(data, background=color)

    @settings(derandomize=True, max_examples=25, deadline=None, database=None)
    @given(*[st.integers(1, 60)] * 4)
    def test_never_larger_than_the_box_or_the_image(self, width, height, right, bottom):
        image = self.decode(task_func(self.file(Image.new("1", (width, height))), box=(right, bottom)))
        self.assertLessEqual(image.width, min(width, right))
        self.assertLessEqual(image.height, min(height, bottom))
        self.assertTrue(image.size == (width, height) or image.width == right or image.height == bottom)
