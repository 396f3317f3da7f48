import re
from collections import Counter

import numpy as np
from matplotlib import pyplot as plt


def task_func(documents, size=5):
    contents = [set(re.findall("[a-z]+", document.lower())) for document in documents]
    frequency = Counter()
    for words in contents:
        frequency.update(words)
    if size < 1 or not frequency:
        raise ValueError("there is no word to show")
    words = sorted(frequency, key=lambda w: (-frequency[w], w))[:size]
    table = np.array([[sum(a in c and b in c for c in contents) for b in words] for a in words])
    ax = plt.gca()
    ax.imshow(table, cmap="Blues", vmin=0, vmax=table.max())
    ax.set_xticks(np.arange(len(words)), words, rotation=45)
    ax.set_yticks(np.arange(len(words)), words)
    for (i, j), n in np.ndenumerate(table):
        ax.text(j, i, f"{n}", ha="center", va="center", color="white" if n > table.max() / 2 else "black")
    ax.set_title(f"Words that meet in {len(documents)} documents")
    return words, table, ax
