import re
from collections import Counter
from itertools import combinations

import numpy as np
from matplotlib import pyplot as plt


def task_func(documents, size=5):
    sets = [set(re.findall("[a-z]+", d.lower())) for d in documents]
    freq = Counter(w for s in sets for w in s)
    if not freq or size < 1:
        raise ValueError("nothing to show")
    words = sorted(freq, key=lambda w: (-freq[w], w))[:size]
    index = {w: i for i, w in enumerate(words)}
    table = np.zeros((len(words), len(words)), dtype=int)
    for s in sets:
        known = [w for w in words if w in s]
        for w in known:
            table[index[w], index[w]] += 1
        for a, b in combinations(known, 2):
            table[index[a], index[b]] += 1
            table[index[b], index[a]] += 1
    fig, ax = plt.subplots()
    sns.heatmap(table, annot=True, fmt="d", cmap="Blues", xticklabels=words, yticklabels=words, ax=ax)
    ax.set_title(f"Words that meet in {len(documents)} documents")
    return words, table, ax
