import io
import wave

import numpy as np
from scipy import signal


def task_func(data, count=3, floor_db=-40.0):
    with wave.open(io.BytesIO(data), "rb") as f:
        n_channels, width, rate, n_frames = f.getparams()[:4]
        frames = f.readframes(n_frames)
    if width != 2:
        raise ValueError("expected 16-bit samples")
    if n_frames == 0:
        raise ValueError("no samples")
    x = np.frombuffer(frames, dtype="<i2").reshape(-1, n_channels).mean(axis=1)
    x = x - x.mean()
    mag = np.abs(np.fft.rfft(x * np.hanning(len(x))))
    freq = np.fft.rfftfreq(len(x), 1 / rate)
    peaks, _ = signal.find_peaks(mag)
    if len(peaks) == 0:
        return []
    level = 10 * np.log10(mag[peaks] / mag[peaks].max())
    keep = level >= floor_db
    peaks, level = peaks[keep], level[keep]
    order = np.argsort(-level, kind="stable")[:count]
    return [(round(float(freq[peaks[i]]), 1), round(float(level[i]), 1)) for i in order]
