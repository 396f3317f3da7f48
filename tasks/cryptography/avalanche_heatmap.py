import hashlib
import unittest

import numpy as np
from matplotlib.figure import Figure


def task_func(message, algorithm="sha256"):
    """Show how strongly a hash function's output reacts to single bits of its input.

    For each bit of the message, in the order of its bytes and from the most to the least significant bit of each
    byte, the message is hashed with just this bit flipped. The share is the number of bits of the digest that differ
    from the digest of the unchanged message, divided by the number of bits of the digest.

    The figure shows the shares as an image with one row per byte of the message and eight columns (most significant
    bit first), with the colour map "coolwarm" and a colour scale from 0 to 1. The x axis has a tick for each column,
    labelled "7" to "0", and the label "bit"; the y axis has the label "byte"; the title is "ALGORITHM: mean M", with
    the algorithm's name in upper case and the mean of all shares with three decimal places.

    Parameters:
    - message (bytes): the message, at least one byte.
    - algorithm (str): name of an algorithm with a fixed digest length that hashlib knows. Default is "sha256".

    Returns:
    - tuple: (figure, shares, worst): a matplotlib.figure.Figure that pyplot does not manage, with the image's axes as
      its only axes; the shares as a numpy array of floats of shape (number of bytes, 8); and the position (byte,
      column) as a tuple of int of the share farthest from 0.5, of equally far ones the first in the order of the
      bits.

    Raises:
    - ValueError: if the message is empty or the algorithm is unknown.

    Requirements:
    - hashlib
    - numpy
    - matplotlib.figure

    Example:
    >>> figure, shares, worst = task_func(b"ab", "md5")
    >>> shares.shape, figure.axes[0].get_title()
    ((2, 8), 'MD5: mean 0.497')
    """
    if not message:
        raise ValueError("the message is empty")

    def digest_bits(data):
        return np.unpackbits(np.frombuffer(hashlib.new(algorithm, data).digest(), dtype=np.uint8))

    reference = digest_bits(message)
    shares = np.zeros((len(message), 8))
    for byte, bit in np.ndindex(shares.shape):
        flipped = bytearray(message)
        flipped[byte] ^= 0x80 >> bit
        shares[byte, bit] = np.mean(digest_bits(flipped) != reference)
    figure = Figure()
    axes = figure.add_subplot()
    axes.imshow(shares, cmap="coolwarm", vmin=0, vmax=1)
    axes.set_xticks(range(8), range(7, -1, -1))
    axes.set_xlabel("bit")
    axes.set_ylabel("byte")
    axes.set_title(f"{algorithm.upper()}: mean {shares.mean():.3f}")
    byte, bit = divmod(int(np.argmax(np.abs(shares - 0.5))), 8)
    return figure, shares, (byte, bit)


class TestCases(unittest.TestCase):
    def oracle(self, message, position, algorithm):
        number = int.from_bytes(message, "big") ^ 1 << 8 * len(message) - 1 - position
        other = hashlib.new(algorithm, number.to_bytes(len(message), "big")).digest()
        own = hashlib.new(algorithm, message).digest()
        distance = bin(int.from_bytes(own, "big") ^ int.from_bytes(other, "big")).count("1")
        return distance / (8 * len(own))

    def test_shares_of_every_bit(self):
        for algorithm in ("sha256", "sha1", "blake2b"):
            _, shares, _ = task_func(b"\x00\xff~", algorithm)
            expected = [self.oracle(b"\x00\xff~", position, algorithm) for position in range(24)]
            with self.subTest(algorithm=algorithm):
                self.assertEqual(shares.shape, (3, 8))
                self.assertEqual(shares.ravel().tolist(), expected)

    def test_default_algorithm(self):
        figure, shares, _ = task_func(b"q")
        self.assertEqual(shares.tolist(), task_func(b"q", "sha256")[1].tolist())
        self.assertTrue(figure.axes[0].get_title().startswith("SHA256: mean 0."))

    def test_image_shows_the_shares(self):
        figure, shares, _ = task_func(b"two rows", "md5")
        self.assertEqual(len(figure.axes), 1)
        (image,) = figure.axes[0].get_images()
        self.assertEqual(np.asarray(image.get_array()).tolist(), shares.tolist())
        self.assertEqual((image.get_cmap().name, image.get_clim()), ("coolwarm", (0, 1)))

    def test_labels(self):
        figure, shares, _ = task_func(b"xyz", "sha1")
        axes = figure.axes[0]
        self.assertEqual((axes.get_xlabel(), axes.get_ylabel()), ("bit", "byte"))
        self.assertEqual(list(axes.get_xticks()), [0, 1, 2, 3, 4, 5, 6, 7])
        self.assertEqual([label.get_text() for label in axes.get_xticklabels()], list("76543210"))
        mean = sum(self.oracle(b"xyz", position, "sha1") for position in range(24)) / 24
        self.assertEqual(axes.get_title(), f"SHA1: mean {mean:.3f}")

    def test_worst_position(self):
        for message in (b"a", b"bc", b"hash me", b"\x00\x00\x00"):
            distances = [abs(self.oracle(message, position, "md5") - 0.5) for position in range(8 * len(message))]
            worst = task_func(message, "md5")[2]
            with self.subTest(message=message):
                self.assertEqual(worst, divmod(distances.index(max(distances)), 8))
                self.assertEqual([type(number) for number in worst], [int, int])

    def test_errors(self):
        for message, algorithm in ((b"", "sha256"), (b"x", "sha257"), (b"x", "")):
            with self.subTest(algorithm=algorithm), self.assertRaises(ValueError):
                task_func(message, algorithm)

    def test_given_message_is_left_alone(self):
        message = bytearray(b"mutable")
        self.assertEqual(task_func(message, "md5")[1].tolist(), task_func(b"mutable", "md5")[1].tolist())
        self.assertEqual(message, b"mutable")
