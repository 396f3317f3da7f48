import re
from collections import Counter

import matplotlib.pyplot as plt
import numpy as np


def task_func(documents, size=5):
    tokenised = [re.findall(r"[a-z]+", doc.lower()) for doc in documents]
    counts = Counter(word for doc in tokenised for word in doc)
    if size < 1 or not counts:
        raise ValueError("No words")
    words = [w for w, _ in sorted(counts.items(), key=lambda kv: (-kv[1], kv[0]))[:size]]
    table = np.zeros((len(words), len(words)), dtype=int)
    for doc in tokenised:
        present = [i for i, w in enumerate(words) if w in doc]
        for i in present:
            for j in present:
                table[i, j] += 1
    fig, ax = plt.subplots()
    ax.imshow(table, cmap="Blues", vmin=0, vmax=table.max())
    ax.set_xticks(range(len(words)))
    ax.set_xticklabels(words, rotation=45)
    ax.set_yticks(range(len(words)))
    ax.set_yticklabels(words)
    for i in range(len(words)):
        for j in range(len(words)):
            color = "white" if table[i, j] > table.max() / 2 else "black"
            ax.text(j, i, str(table[i, j]), ha="center", va="center", color=color)
    ax.set_title(f"Words that meet in {len(documents)} documents")
    return words, table, ax
