import matplotlib.pyplot as plt
import numpy as np
from mpl_toolkits.axes_grid1.inset_locator import inset_axes
from scipy.signal import find_peaks, savgol_filter


def task_func(energy, counts, window=7, half_width=5.0):
    if len(energy) != len(counts):
        raise ValueError("energy and counts differ in length")
    if len(energy) < window:
        raise ValueError("too few measurements")
    energy = np.array(energy, dtype=float)
    counts = np.array(counts, dtype=float)
    idx = energy.argsort()
    energy, counts = energy[idx], counts[idx]
    smooth = savgol_filter(counts, window_length=window, polyorder=2)
    peaks, _ = find_peaks(smooth, height=(smooth.max() - smooth.min()) / 10)
    if peaks.size == 0:
        raise ValueError("no peak found")
    best = peaks[smooth[peaks].argmax()]
    e0 = energy[best]
    fig, ax = plt.subplots()
    ax.plot(energy, counts, ".", label="raw")
    ax.plot(energy, smooth, label="smoothed")
    ax.plot(energy[peaks], smooth[peaks], "v", label="peaks")
    ax.set_xlabel("energy [keV]")
    ax.set_ylabel("counts")
    ax.legend(loc="upper left")
    zoom = inset_axes(ax, width="40%", height="40%", loc="upper right")
    zoom.plot(energy, counts, ".", label="raw")
    zoom.plot(energy, smooth, label="smoothed")
    sel = (energy >= e0 - half_width) & (energy <= e0 + half_width)
    zoom.set_xlim(e0 - half_width, e0 + half_width)
    zoom.set_ylim(0, 1.1 * max(counts[sel].max(), smooth[sel].max()))
    zoom.set_title(f"{e0:.1f} keV")
    return ax, zoom, [float(e) for e in energy[peaks]]
