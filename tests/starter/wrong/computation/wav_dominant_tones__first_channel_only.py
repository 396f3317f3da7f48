import io
import wave

import numpy as np
from scipy.signal import find_peaks
from scipy.signal.windows import hann


def task_func(data, count=3, floor_db=-40.0):
    with wave.open(io.BytesIO(data), "rb") as wav:
        if wav.getsampwidth() != 2:
            raise ValueError("Only 16-bit WAV files are supported")
        channels = wav.getnchannels()
        rate = wav.getframerate()
        raw = wav.readframes(wav.getnframes())
    samples = np.frombuffer(raw, dtype=np.int16)[::channels].astype(float)
    if samples.size == 0:
        raise ValueError("The file holds no samples")
    samples -= samples.mean()
    spectrum = np.abs(np.fft.rfft(samples * hann(len(samples), sym=False)))
    freqs = np.fft.rfftfreq(len(samples), d=1.0 / rate)
    peaks, _ = find_peaks(spectrum)
    if peaks.size == 0:
        return []
    levels = 20 * np.log10(spectrum[peaks] / spectrum[peaks].max())
    tones = sorted(zip(freqs[peaks], levels), key=lambda t: (-t[1], t[0]))
    return [(round(float(f), 1), round(float(level), 1)) for f, level in tones if level >= floor_db][:count]
