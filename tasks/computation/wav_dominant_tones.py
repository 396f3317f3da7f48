import io
import unittest
import wave

import numpy as np
from scipy import signal


def task_func(data, count=3, floor_db=-40.0):
    """List the dominant tones of a recording in a 16-bit PCM WAV file.

    Average the channels into one signal, subtract its mean, multiply it by a periodic Hann window of the same length
    and take the magnitudes of the one-sided discrete Fourier transform. A tone is a peak as scipy.signal.find_peaks
    finds it in these magnitudes. The level of a tone is 20 * log10(magnitude / magnitude of the strongest tone) in
    decibels.

    Parameters:
    - data (bytes): The contents of the WAV file (little-endian signed samples, any number of channels).
    - count (int): Greatest number of tones to list. Default 3.
    - floor_db (float): Tones with a lower level are left out. Default -40.0.

    Returns:
    - list[tuple[float, float]]: (frequency in hertz, level in decibels) of each tone, both rounded to one decimal,
      the strongest first and the lower frequency first where magnitudes are equal. Empty if no peak exists, as in
      silence.

    Raises:
    - ValueError: If a sample does not have 16 bits or the file holds no samples.

    Requirements:
    - io
    - wave
    - numpy
    - scipy.signal

    Example:
    >>> buffer = io.BytesIO()
    >>> with wave.open(buffer, 'wb') as file:
    ...     file.setparams((1, 2, 800, 0, 'NONE', None))
    ...     file.writeframes((9000 * np.sin(np.pi / 4 * np.arange(800))).astype('<i2').tobytes())
    >>> task_func(buffer.getvalue())
    [(100.0, 0.0)]
    """
    with wave.open(io.BytesIO(data)) as file:
        width, channels, rate = file.getsampwidth(), file.getnchannels(), file.getframerate()
        frames = file.readframes(file.getnframes())
    if width != 2 or not frames:
        raise ValueError(f"expected 16-bit samples, got {len(frames)} bytes of width {width}")
    samples = np.frombuffer(frames, dtype="<i2").reshape(-1, channels).mean(axis=1)
    windowed = (samples - samples.mean()) * signal.get_window("hann", len(samples))
    magnitudes = np.abs(np.fft.rfft(windowed))
    peaks, _ = signal.find_peaks(magnitudes)
    if not len(peaks):
        return []
    levels = 20 * np.log10(magnitudes[peaks] / magnitudes[peaks].max())
    frequencies = np.fft.rfftfreq(len(samples), 1 / rate)[peaks]
    order = np.lexsort((frequencies, -levels))[:count]
    return [(round(float(frequencies[i]), 1), round(float(levels[i]), 1)) for i in order if levels[i] >= floor_db]


class TestCases(unittest.TestCase):
    def wav(self, *channels, rate=8000, width=2):
        buffer = io.BytesIO()
        with wave.open(buffer, "wb") as file:
            file.setnchannels(len(channels))
            file.setsampwidth(width)
            file.setframerate(rate)
            file.writeframes(np.column_stack(channels).round().astype(f"<i{width}").tobytes())
        return buffer.getvalue()

    def tone(self, frequency, amplitude, rate=8000, length=8000):
        return amplitude * np.sin(2 * np.pi * frequency * np.arange(length) / rate)

    def test_chord_sorted_by_strength(self):
        chord = self.tone(440, 4000) + self.tone(1000, 8000) + self.tone(2500, 2000)
        self.assertEqual(task_func(self.wav(chord)), [(1000.0, 0.0), (440.0, -6.0), (2500.0, -12.0)])

    def test_count_keeps_the_strongest(self):
        chord = sum(self.tone(300 * k, 6000 / k) for k in range(1, 6))
        data = self.wav(chord)
        self.assertEqual([hertz for hertz, _ in task_func(data)], [300.0, 600.0, 900.0])
        self.assertEqual(task_func(data, count=1), [(300.0, 0.0)])
        self.assertEqual([type(number) for number in task_func(data)[1]], [float, float])
        self.assertEqual(task_func(data, count=9)[-1], (1500.0, -14.0))
        self.assertEqual(len(task_func(data, count=9)), 5)

    def test_floor(self):
        mix = self.tone(500, 20000) + self.tone(1500, 212) + self.tone(3000, 189)
        data = self.wav(mix)
        self.assertEqual(task_func(data), [(500.0, 0.0), (1500.0, -39.5)])
        self.assertEqual(task_func(data, floor_db=-41), [(500.0, 0.0), (1500.0, -39.5), (3000.0, -40.5)])
        self.assertEqual(task_func(data, floor_db=-3), [(500.0, 0.0)])
        self.assertEqual(task_func(data, floor_db=0), [(500.0, 0.0)])

    def test_channels_are_averaged(self):
        left, right = self.tone(700, 8000), self.tone(1200, 2000)
        self.assertEqual(task_func(self.wav(left, right)), [(700.0, 0.0), (1200.0, -12.0)])
        cancelled = task_func(self.wav(left + right, -left))
        self.assertEqual(cancelled[0], (1200.0, 0.0))

    def test_sample_rate_and_bin_width(self):
        data = self.wav(self.tone(1102.5, 9000, rate=22050, length=2205), rate=22050)
        self.assertEqual(task_func(data)[0], (1100.0, 0.0))
        data = self.wav(self.tone(33.3, 9000, rate=1000, length=900), rate=1000)
        self.assertEqual(task_func(data)[0], (33.3, 0.0))

    def test_constant_offset_does_not_hide_a_low_tone(self):
        data = self.wav(12000 + self.tone(2, 300, rate=100, length=100), rate=100)
        self.assertEqual(task_func(data), [(2.0, 0.0)])

    def test_hann_window_tames_leakage(self):
        data = self.wav(self.tone(1000.5, 10000) + self.tone(1200, 200))
        self.assertEqual(task_func(data, count=2)[1], (1200.0, -32.6))

    def test_silence_and_short_files(self):
        self.assertEqual(task_func(self.wav(np.zeros(64))), [])
        self.assertEqual(task_func(self.wav(np.full(64, 500))), [])
        self.assertEqual(task_func(self.wav(np.array([5]))), [])

    def test_rejects_other_widths_and_no_samples(self):
        with self.assertRaises(ValueError):
            task_func(self.wav(np.arange(50), width=1))
        with self.assertRaises(ValueError):
            task_func(self.wav(np.arange(50), width=4))
        with self.assertRaises(ValueError):
            task_func(self.wav(np.zeros(0)))
