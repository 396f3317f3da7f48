import matplotlib.pyplot as plt
import numpy as np
from mpl_toolkits.axes_grid1.inset_locator import inset_axes
from scipy.signal import find_peaks, savgol_filter


def task_func(energy, counts, window=7, half_width=5.0):
    if len(energy) != len(counts) or len(energy) < window:
        raise ValueError("invalid spectrum")
    x, y = np.asarray(energy, float), np.asarray(counts, float)
    smoothed = savgol_filter(y, window, 2)
    peaks = find_peaks(smoothed, prominence=0.1 * np.ptp(smoothed))[0]
    if len(peaks) == 0:
        raise ValueError("the spectrum has no peak")
    centre = x[peaks[np.argmax(smoothed[peaks])]]
    _, ax = plt.subplots()
    inset = inset_axes(ax, "40%", "40%", loc="upper right")
    for axes in (ax, inset):
        axes.plot(x, y, ".", label="raw")
        axes.plot(x, smoothed, label="smoothed")
    ax.plot(x[peaks], smoothed[peaks], "v", label="peaks")
    ax.set(xlabel="energy [keV]", ylabel="counts")
    ax.legend(loc="upper left")
    near = abs(x - centre) <= half_width
    inset.set(
        xlim=(centre - half_width, centre + half_width),
        ylim=(0, 1.1 * max(y[near].max(), smoothed[near].max())),
        title=f"{centre:.1f} keV",
    )
    return ax, inset, sorted(x[peaks].tolist())
