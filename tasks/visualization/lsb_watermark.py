import hashlib
import io
import unittest

from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image


def task_func(png, message=None):
    """Hide a message in the least significant bits of an image, or read it back.

    The image is used in RGB. Its channel values, pixel by pixel in row-major order and red, green, blue within a
    pixel, each carry one bit in their least significant bit. The bits spell a payload, byte by byte with the most
    significant bit first: the length of the UTF-8 message in bytes as a big-endian 16-bit number, the first four
    bytes of the SHA-256 digest of the message, and the message itself. All other bits of the image stay as they are.

    Parameters:
    - png (bytes): The image file.
    - message (str, optional): The text to hide. Without it the text is read.

    Returns:
    - bytes or str: With a message (an empty one too) the new image as a PNG file in RGB; without it the text found.

    Raises:
    - ValueError: If the payload does not fit into the image or the message has more than 65535 bytes; when reading,
      if the announced length does not fit into the image or the digest does not match.

    Requirements:
    - hashlib
    - io
    - PIL.Image

    Example:
    >>> buffer = io.BytesIO()
    >>> Image.new('RGB', (10, 10), 'teal').save(buffer, 'PNG')
    >>> task_func(task_func(buffer.getvalue(), 'hi'))
    'hi'
    """
    with Image.open(io.BytesIO(png)) as file:
        image = file.convert("RGB")
    channels = bytearray(image.tobytes())

    if message is not None:
        data = message.encode()
        payload = len(data).to_bytes(6, "big")[-2:] + hashlib.sha256(data).digest()[:4] + data
        if len(data) > 65535 or 8 * len(payload) > len(channels):
            raise ValueError(f"a message of {len(data)} bytes does not fit")
        for position in range(8 * len(payload)):
            bit = payload[position // 8] >> (7 - position % 8) & 1
            channels[position] = channels[position] & ~1 | bit
        buffer = io.BytesIO()
        Image.frombytes("RGB", image.size, bytes(channels)).save(buffer, "PNG")
        return buffer.getvalue()

    def read(start, count):
        bits = "".join(str(channel & 1) for channel in channels[8 * start : 8 * (start + count)])
        if len(bits) < 8 * count:
            raise ValueError("the image is too small for its message")
        return int(bits or "0", 2).to_bytes(count, "big")

    data = read(6, int.from_bytes(read(0, 2), "big"))
    if hashlib.sha256(data).digest()[:4] != read(2, 4):
        raise ValueError("the digest does not match")
    return data.decode()


class TestCases(unittest.TestCase):
    def png(self, size, color=(200, 101, 50), mode="RGB"):
        buffer = io.BytesIO()
        Image.new(mode, size, color).save(buffer, "PNG")
        return buffer.getvalue()

    def channels(self, png):
        with Image.open(io.BytesIO(png)) as image:
            self.assertEqual((image.format, image.mode), ("PNG", "RGB"))
            return image.tobytes()

    def test_layout_of_the_bits(self):
        result = self.channels(task_func(self.png((9, 5), (254, 255, 100)), "Zü"))
        payload = b"\x00\x03" + hashlib.sha256("Zü".encode()).digest()[:4] + b"Z\xc3\xbc"
        bits = "".join(f"{byte:08b}" for byte in payload)
        self.assertEqual("".join(str(channel & 1) for channel in result[: len(bits)]), bits)

    def test_other_bits_stay(self):
        original = bytes(number % 256 for number in range(300, 300 + 8 * 20 * 3))
        buffer = io.BytesIO()
        Image.frombytes("RGB", (8, 20), original).save(buffer, "PNG")
        result = self.channels(task_func(buffer.getvalue(), "abc"))
        self.assertEqual([value & 254 for value in result], [value & 254 for value in original])
        self.assertEqual(result[72:], original[72:])
        self.assertNotEqual(result[:72], original[:72])

    def test_other_modes_become_rgb(self):
        for mode, color in (("L", 7), ("RGBA", (1, 2, 3, 0)), ("1", 1), ("P", 0)):
            with self.subTest(mode=mode):
                hidden = task_func(self.png((12, 12), color, mode), "bits")
                self.channels(hidden)
                self.assertEqual(task_func(hidden), "bits")

    def test_capacity(self):
        self.assertEqual(task_func(task_func(self.png((16, 1)), "")), "")
        with self.assertRaises(ValueError):
            task_func(self.png((15, 1)), "")
        self.assertEqual(task_func(task_func(self.png((8, 3)), "abc")), "abc")
        with self.assertRaises(ValueError):
            task_func(self.png((8, 3)), "abcd")

    def test_longest_message(self):
        with self.assertRaises(ValueError):
            task_func(self.png((600, 300)), "x" * 65536)
        hidden = task_func(self.png((600, 300)), "x" * 65535)
        self.assertEqual(self.channels(hidden)[:16], bytes([201, 101, 51] * 5 + [201]))
        self.assertEqual(len(task_func(hidden)), 65535)

    def test_damaged_or_absent_messages(self):
        for color in ((0, 0, 0), (255, 255, 255), (1, 0, 0)):
            with self.subTest(color=color), self.assertRaises(ValueError):
                task_func(self.png((40, 40), color))
        with self.assertRaises(ValueError):
            task_func(self.png((2, 2), (0, 0, 0)))
        channels = bytearray(self.channels(task_func(self.png((20, 20)), "hello")))
        channels[80] ^= 1
        buffer = io.BytesIO()
        Image.frombytes("RGB", (20, 20), bytes(channels)).save(buffer, "PNG")
        with self.assertRaises(ValueError):
            task_func(buffer.getvalue())

    @settings(derandomize=True, max_examples=25, deadline=None, database=None)
    @given(st.text("aZ0 \n\0é€😀", max_size=40), st.tuples(*[st.integers(0, 255)] * 3))
    def test_round_trip(self, message, color):
        hidden = task_func(self.png((31, 17), color), message)
        self.assertEqual(task_func(hidden), message)
        again = task_func(hidden, "")
        self.assertEqual(task_func(again), "")
