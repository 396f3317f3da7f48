import math
import tempfile
import unittest
from pathlib import Path

from natsort import natsorted
from PIL import Image, ImageOps


def task_func(folder, target, columns=4, cell=64, gap=8):
    """Lay out the pictures of a folder as thumbnails on one contact sheet and save it.

    Take the files directly in the folder whose suffix is .png, .jpg or .gif in any case, in natural order of their
    names (pic2 before pic10). Turn each into RGB, then scale it as large as fits into a square of cell pixels with its
    aspect ratio kept (small pictures grow), and centre it in its cell; odd leftover pixels go to the right and the
    bottom. Cells fill row after row. Between neighbouring cells and around the whole sheet runs a border of gap
    pixels. Border and unused area are (40, 40, 40). The sheet has no more columns than there are pictures.

    Parameters:
    - folder (str or pathlib.Path): Folder with the pictures.
    - target (str or pathlib.Path): Where the sheet is saved; the suffix decides the format.
    - columns (int): Greatest number of cells in a row. Default 4.
    - cell (int): Side of a cell in pixels. Default 64.
    - gap (int): Width of the border in pixels. Default 8.

    Returns:
    - list[str]: The file names of the pictures in the order of the sheet.

    Raises:
    - ValueError: If the folder holds no picture; nothing is saved then.

    Requirements:
    - math
    - pathlib
    - natsort
    - PIL.Image
    - PIL.ImageOps

    Example:
    >>> Path('shots').mkdir()
    >>> for name in ('s10.png', 's9.png'):
    ...     Image.new('RGB', (4, 2), 'red').save(Path('shots', name))
    >>> task_func('shots', 'sheet.png')
    ['s9.png', 's10.png']
    >>> Image.open('sheet.png').size
    (152, 80)
    """
    suffixes = {".png", ".jpg", ".gif"}
    names = natsorted(path.name for path in Path(folder).iterdir() if path.suffix.lower() in suffixes)
    if not names:
        raise ValueError(f"no pictures in {folder}")
    columns = min(columns, len(names))
    rows = math.ceil(len(names) / columns)
    pitch = cell + gap
    background = (40, 40, 40)
    sheet = Image.new("RGB", (columns * pitch + gap, rows * pitch + gap), background)
    for position, name in enumerate(names):
        row, column = divmod(position, columns)
        with Image.open(Path(folder, name)) as picture:
            thumbnail = ImageOps.contain(picture.convert("RGB"), (cell, cell))
        left = gap + column * pitch + (cell - thumbnail.width) // 2
        top = gap + row * pitch + (cell - thumbnail.height) // 2
        sheet.paste(thumbnail, (left, top))
    sheet.save(target)
    return names


class TestCases(unittest.TestCase):
    grey = (40, 40, 40)

    def setUp(self):
        directory = tempfile.TemporaryDirectory()
        self.addCleanup(directory.cleanup)
        self.folder = Path(directory.name, "in")
        self.folder.mkdir()
        self.target = Path(directory.name, "sheet.png")

    def add(self, name, size, color, mode="RGB"):
        Image.new(mode, size, color).save(self.folder / name)

    def sheet(self):
        with Image.open(self.target) as image:
            return image.convert(image.mode)

    def box(self, image, color):
        mask = Image.new("L", image.size)
        pixels = zip(*(band.tobytes() for band in image.split()), strict=True)
        mask.putdata([255 * (pixel == color) for pixel in pixels])
        return mask.getbbox()

    def test_natural_order_and_row_major_cells(self):
        colors = {"p10.png": (255, 0, 0), "p2.png": (0, 255, 0), "p1.png": (0, 0, 255), "q.png": (250, 250, 0)}
        for name, color in colors.items():
            self.add(name, (10, 10), color)
        result = task_func(self.folder, self.target, columns=3, cell=20, gap=4)
        self.assertEqual(result, ["p1.png", "p2.png", "p10.png", "q.png"])
        sheet = self.sheet()
        self.assertEqual((sheet.size, sheet.mode), ((76, 52), "RGB"))
        self.assertEqual(self.box(sheet, (0, 0, 255)), (4, 4, 24, 24))
        self.assertEqual(self.box(sheet, (0, 255, 0)), (28, 4, 48, 24))
        self.assertEqual(self.box(sheet, (255, 0, 0)), (52, 4, 72, 24))
        self.assertEqual(self.box(sheet, (250, 250, 0)), (4, 28, 24, 48))
        self.assertEqual(sheet.getpixel((60, 40)), self.grey)
        self.assertEqual(sheet.getpixel((26, 10)), self.grey)

    def test_aspect_ratio_kept_and_odd_leftover_right_and_below(self):
        self.add("wide.png", (40, 10), (200, 0, 0))
        self.add("x_tall.png", (8, 80), (0, 200, 0))
        task_func(self.folder, self.target, columns=2, cell=21, gap=3)
        sheet = self.sheet()
        self.assertEqual(sheet.size, (51, 27))
        self.assertEqual(self.box(sheet, (200, 0, 0)), (3, 11, 24, 16))
        self.assertEqual(self.box(sheet, (0, 200, 0)), (36, 3, 38, 24))

    def test_defaults(self):
        for number in range(5):
            self.add(f"{number}.png", (2, 2), (9, 9, 9))
        task_func(self.folder, self.target)
        sheet = self.sheet()
        self.assertEqual(sheet.size, (4 * 64 + 5 * 8, 2 * 64 + 3 * 8))
        self.assertEqual(self.box(sheet, (9, 9, 9)), (8, 8, 288, 144))

    def test_suffixes_in_any_case_and_nothing_else(self):
        self.add("b.JPG", (4, 4), (255, 255, 255))
        self.add("a.Gif", (4, 4), 7, mode="P")
        self.add("c.bmp", (4, 4), (1, 2, 3))
        self.add("d.png", (4, 4), (1, 2, 3, 0), mode="RGBA")
        (self.folder / "notes.txt").write_text("png")
        (self.folder / "deeper").mkdir()
        Image.new("RGB", (4, 4)).save(self.folder / "deeper" / "e.png")
        result = task_func(str(self.folder), str(self.target), cell=4, gap=1)
        self.assertEqual(result, ["a.Gif", "b.JPG", "d.png"])
        self.assertEqual(self.sheet().size, (16, 6))
        self.assertEqual(self.sheet().getpixel((11, 1)), (1, 2, 3))

    def test_exactly_full_rows(self):
        for number in range(6):
            self.add(f"{number}.png", (3, 3), (200, 200, 200))
        task_func(self.folder, self.target, columns=3, cell=3, gap=2)
        self.assertEqual(self.sheet().size, (17, 12))

    def test_no_border_and_single_picture(self):
        self.add("only.png", (30, 30), (5, 6, 7))
        self.assertEqual(task_func(self.folder, self.target, cell=10, gap=0), ["only.png"])
        self.assertEqual(self.sheet().size, (10, 10))
        self.assertEqual(self.sheet().getcolors(), [(100, (5, 6, 7))])

    def test_two_colour_pictures_are_scaled_smoothly(self):
        picture = Image.new("1", (2, 1), 0)
        picture.putpixel((1, 0), 1)
        picture.save(self.folder / "bits.png")
        task_func(self.folder, self.target, cell=20, gap=0)
        shades = {color for _, color in self.sheet().crop((0, 5, 20, 15)).getcolors()}
        self.assertGreater(len(shades), 2)

    def test_folder_without_pictures(self):
        (self.folder / "readme.md").write_text("nothing")
        with self.assertRaises(ValueError):
            task_func(self.folder, self.target)
        self.assertFalse(self.target.exists())
