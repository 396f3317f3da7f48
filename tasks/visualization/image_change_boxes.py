import unittest

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageChops, ImageDraw
from scipy import ndimage


def task_func(before, after, threshold=24, gap=2, least=4):
    """Find the regions in which two pictures differ and frame them in the newer one.

    Work in RGB. A pixel is changed if at least one of its channels differs by more than threshold. Widen every
    changed pixel to the square of all pixels at most gap columns and gap rows away from it; changed pixels whose
    squares overlap or touch at a side or a corner, directly or through others, belong to one region. Regions of
    fewer than least changed pixels (before widening) are dropped.

    Parameters:
    - before, after (PIL.Image.Image): The pictures, in any modes. They are not changed.
    - threshold (int): Difference of a channel that is still ignored. Default 24.
    - gap (int): How far changed pixels are widened. Default 2.
    - least (int): Fewest changed pixels of a region. Default 4.

    Returns:
    - tuple: (picture, regions, share).
      picture (PIL.Image.Image) is the newer picture in RGB, in which the box of each region is framed by an outline
      of width 1 in (255, 0, 0) that runs one pixel outside the box and is cut off at the edges of the picture.
      regions is a list of dicts, sorted by 'pixels' descending, then by 'box': 'box' (left, top, right, bottom) of
      the changed pixels of the region, right and bottom exclusive, 'pixels' (their number) and 'peak' (the greatest
      difference of a channel among them), all int.
      share (float) is the share of all changed pixels, including those of dropped regions, in the picture, rounded
      to four decimals.

    Raises:
    - ValueError: If the pictures differ in size.

    Requirements:
    - numpy
    - PIL.Image
    - PIL.ImageChops
    - PIL.ImageDraw
    - scipy.ndimage

    Example:
    >>> after = Image.new('RGB', (10, 10), 'black')
    >>> after.paste((0, 90, 0), (2, 3, 5, 5))
    >>> task_func(Image.new('L', (10, 10)), after)[1:]
    ([{'box': (2, 3, 5, 5), 'pixels': 6, 'peak': 90}], 0.06)
    """
    if before.size != after.size:
        raise ValueError(f"sizes differ: {before.size} and {after.size}")
    picture = after.convert("RGB")
    difference = np.asarray(ImageChops.difference(before.convert("RGB"), picture)).max(axis=2)
    changed = difference > threshold
    widened = ndimage.maximum_filter(changed, size=2 * gap + 1, mode="constant")
    labels, count = ndimage.label(widened, structure=np.ones((3, 3)))

    regions = []
    for label in range(1, count + 1):
        inside = changed & (labels == label)
        rows, columns = np.nonzero(inside)
        if len(rows) >= least:
            box = int(columns.min()), int(rows.min()), int(columns.max()) + 1, int(rows.max()) + 1
            regions.append({"box": box, "pixels": len(rows), "peak": int(difference[inside].max())})
    regions.sort(key=lambda region: (-region["pixels"], region["box"]))
    draw = ImageDraw.Draw(picture)
    for region in regions:
        left, top, right, bottom = region["box"]
        draw.rectangle((left - 1, top - 1, right, bottom), outline=(255, 0, 0))
    return picture, regions, round(float(changed.mean()), 4)


class TestCases(unittest.TestCase):
    def pictures(self, size, *patches, color=(100, 100, 100)):
        before = Image.new("RGB", size, color)
        after = before.copy()
        for box, paint in patches:
            after.paste(paint, box)
        return before, after

    def test_regions_sorted_by_size_then_box(self):
        paint = (200, 100, 100)
        patches = [((30, 2, 33, 5), paint), ((2, 20, 5, 23), paint), ((2, 2, 5, 5), paint)]
        patches.append(((20, 20, 26, 26), (100, 0, 130)))
        _, regions, share = task_func(*self.pictures((40, 30), *patches))
        self.assertEqual(
            regions,
            [
                {"box": (20, 20, 26, 26), "pixels": 36, "peak": 100},
                {"box": (2, 2, 5, 5), "pixels": 9, "peak": 100},
                {"box": (2, 20, 5, 23), "pixels": 9, "peak": 100},
                {"box": (30, 2, 33, 5), "pixels": 9, "peak": 100},
            ],
        )
        self.assertEqual(share, 0.0525)
        self.assertEqual({type(number) for number in (*regions[0]["box"], *list(regions[0].values())[1:])}, {int})

    def test_threshold_looks_at_each_channel(self):
        for paint, found in (((124, 124, 124), 0), ((125, 100, 100), 1), ((100, 75, 100), 1), ((100, 100, 76), 0)):
            with self.subTest(paint=paint):
                self.assertEqual(len(task_func(*self.pictures((9, 9), ((2, 2, 5, 5), paint)))[1]), found)
        before, after = self.pictures((9, 9), ((2, 2, 5, 5), (101, 100, 100)))
        self.assertEqual(task_func(before, after, threshold=0)[1][0]["peak"], 1)

    def test_gap_joins_neighbours(self):
        for distance, gap, found in ((4, 2, 1), (5, 2, 2), (0, 0, 1), (1, 0, 2), (2, 1, 1), (3, 1, 2)):
            first, second = (3, 3, 6, 6), (6 + distance, 6 + distance, 9 + distance, 9 + distance)
            with self.subTest(distance=distance, gap=gap):
                pair = self.pictures((30, 30), (first, (0, 0, 0)), (second, (0, 0, 0)))
                self.assertEqual(len(task_func(*pair, gap=gap)[1]), found)
        pair = self.pictures((30, 30), ((3, 3, 6, 6), "black"), ((10, 3, 13, 6), "black"))
        self.assertEqual(task_func(*pair)[1], [{"box": (3, 3, 13, 6), "pixels": 18, "peak": 100}])

    def test_small_regions_count_in_the_share_only(self):
        pair = self.pictures((20, 10), ((1, 1, 4, 2), "black"), ((10, 5, 12, 7), "black"))
        _, regions, share = task_func(*pair)
        self.assertEqual([region["box"] for region in regions], [(10, 5, 12, 7)])
        self.assertEqual(share, 0.035)
        self.assertEqual(len(task_func(*pair, least=3)[1]), 2)
        self.assertEqual(task_func(*pair, least=5)[1], [])

    def test_frames(self):
        before, after = self.pictures((12, 12), ((3, 4, 6, 8), "blue"))
        copies = before.copy(), after.copy()
        picture, _, _ = task_func(before, after)
        expected = after.copy()
        for x in range(2, 7):
            for y in range(3, 9):
                if x in (2, 6) or y in (3, 8):
                    expected.putpixel((x, y), (255, 0, 0))
        self.assertEqual(picture.tobytes(), expected.tobytes())
        self.assertEqual((before.tobytes(), after.tobytes()), tuple(copy.tobytes() for copy in copies))

    def test_frame_at_the_corner(self):
        picture, regions, _ = task_func(*self.pictures((8, 8), ((0, 0, 3, 3), "blue")))
        self.assertEqual(regions[0]["box"], (0, 0, 3, 3))
        red = {(x, y) for x in range(8) for y in range(8) if picture.getpixel((x, y)) == (255, 0, 0)}
        self.assertEqual(red, {(3, 0), (3, 1), (3, 2), (3, 3), (0, 3), (1, 3), (2, 3)})

    def test_other_modes_and_no_change(self):
        gray = Image.new("L", (6, 6), 70)
        color = Image.new("RGBA", (6, 6), (70, 70, 70, 0))
        picture, regions, share = task_func(gray, color)
        self.assertEqual((picture.mode, picture.size, regions, share), ("RGB", (6, 6), [], 0.0))
        self.assertIs(type(share), float)

    def test_rejects_other_sizes(self):
        with self.assertRaises(ValueError):
            task_func(Image.new("RGB", (4, 5)), Image.new("RGB", (5, 4)))

    @settings(derandomize=True, max_examples=25, deadline=None, database=None)
    @given(st.sets(st.tuples(st.integers(0, 14), st.integers(0, 9)), max_size=12), st.integers(0, 2))
    def test_every_changed_pixel_is_in_one_region(self, places, gap):
        before = Image.new("RGB", (15, 10), "white")
        after = before.copy()
        for place in places:
            after.putpixel(place, (255, 255, 0))
        _, regions, share = task_func(before, after, gap=gap, least=1)
        self.assertEqual(sum(region["pixels"] for region in regions), len(places))
        self.assertEqual(share, round(len(places) / 150, 4))
        for x, y in places:
            self.assertTrue(any(r["box"][0] <= x < r["box"][2] and r["box"][1] <= y < r["box"][3] for r in regions))
