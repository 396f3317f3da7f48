import base64
import struct
import unittest
import zlib
from array import array
from itertools import accumulate

from hypothesis import given, settings
from hypothesis import strategies as st


def task_func(text):
    """Decode the samples of a telemetry frame that was sent as text.

    The text is standard base64; line breaks and blanks in it do not matter. The decoded frame begins with a header of
    eleven bytes, all numbers big-endian: the bytes "TLM1", one byte of flags, two bytes with the number of samples,
    four bytes with a CRC-32 (that of zlib). The rest is the payload: if bit 0 of the flags is set it is compressed in
    zlib's format. The CRC is that of the uncompressed payload, which consists of signed 16-bit integers, one a sample.
    If bit 1 of the flags is set, each integer but the first is the difference between its sample and the one before;
    samples themselves may then leave the range of 16 bits. The other bits of the flags have no meaning.

    Parameters:
    - text (str): the frame.

    Returns:
    - array.array: the samples, with type code "l".

    Raises:
    - ValueError: if the text is not valid base64, the header is incomplete or begins with other bytes, the payload can
      not be decompressed, the CRC is wrong, or the length of the payload does not fit the number of samples.

    Requirements:
    - array
    - base64
    - itertools
    - struct
    - zlib

    Example:
    >>> task_func("VExNMQIAA6ZopP8D6P/7AAI=")
    array('l', [1000, 995, 997])
    """
    try:
        frame = base64.b64decode("".join(text.split()), validate=True)
        magic, flags, count, checksum = struct.unpack_from(">4sBHI", frame)
        payload = frame[11:]
        if flags & 1:
            payload = zlib.decompress(payload)
    except (struct.error, zlib.error) as error:
        raise ValueError(f"broken frame: {error}") from error
    if magic != b"TLM1" or zlib.crc32(payload) != checksum or len(payload) != 2 * count:
        raise ValueError("magic bytes, checksum or length do not fit")
    values = struct.unpack(f">{count}h", payload)
    return array("l", accumulate(values) if flags & 2 else values)


class TestCases(unittest.TestCase):
    def frame(self, values, flags=0, magic=b"TLM1", count=None, checksum=None, cut=None):
        payload = b"".join(value.to_bytes(2, "big", signed=True) for value in values)
        count = len(values) if count is None else count
        checksum = zlib.crc32(payload) if checksum is None else checksum
        header = magic + bytes([flags]) + count.to_bytes(2, "big") + checksum.to_bytes(4, "big")
        return base64.b64encode((header + (zlib.compress(payload) if flags & 1 else payload))[:cut]).decode()

    def test_plain_samples(self):
        result = task_func(self.frame([1, -2, 32767, -32768, 256]))
        self.assertIsInstance(result, array)
        self.assertEqual((result.typecode, result.tolist()), ("l", [1, -2, 32767, -32768, 256]))

    def test_differences_may_leave_the_range(self):
        self.assertEqual(task_func(self.frame([30000, 30000, 30000, -1], 2)).tolist(), [30000, 60000, 90000, 89999])

    def test_compression_and_unused_flags(self):
        self.assertEqual(task_func(self.frame([7] * 300, 1)).tolist(), [7] * 300)
        self.assertEqual(task_func(self.frame([7, 1, 1], 3)).tolist(), [7, 8, 9])
        self.assertEqual(task_func(self.frame([7, 1, 1], 4)).tolist(), [7, 1, 1])
        self.assertEqual(task_func(self.frame([7, 1, 1], 0xFC | 2)).tolist(), [7, 8, 9])

    def test_blanks_and_line_breaks(self):
        text = self.frame([5, 6, 7])
        spaced = " " + text[:5] + "\r\n" + text[5:9] + "\t" + text[9:] + "\n"
        self.assertEqual(task_func(spaced).tolist(), [5, 6, 7])

    def test_no_samples(self):
        for flags in range(4):
            self.assertEqual(task_func(self.frame([], flags)), array("l"))

    def test_texts_that_are_no_frames(self):
        text = self.frame([1, 2])
        for wrong in ("", text[:-1], "-" + text, text[:4] + "*" + text[4:], "ä", self.frame([], cut=10)):
            with self.subTest(wrong=wrong), self.assertRaises(ValueError):
                task_func(wrong)

    def test_frames_that_contradict_themselves(self):
        wrong = [
            self.frame([1, 2], magic=b"TLM2"),
            self.frame([1, 2], count=1),
            self.frame([1, 2], count=3),
            self.frame([1, 2], checksum=0),
            self.frame([1, 2], cut=-1),
            self.frame([1, 2], flags=1, cut=-3),
            self.frame([1, 2], flags=1, checksum=5),
        ]
        for text in wrong:
            with self.subTest(text=text), self.assertRaises(ValueError):
                task_func(text)

    @settings(derandomize=True, max_examples=25, deadline=None, database=None)
    @given(st.lists(st.integers(-16000, 16000), max_size=8), st.booleans(), st.booleans())
    def test_encoded_samples_come_back(self, samples, compressed, differences):
        values = samples
        if differences:
            values = [after - before for before, after in zip([0, *samples], samples, strict=False)]
        self.assertEqual(task_func(self.frame(values, compressed + 2 * differences)).tolist(), samples)
