import matplotlib.pyplot as plt
import numpy as np
from sklearn.metrics import confusion_matrix, f1_score, precision_score, recall_score


def task_func(actual, predicted, order=None):
    if len(actual) == 0 or len(actual) != len(predicted):
        raise ValueError("bad input lengths")
    labels = list(order) if order is not None else sorted(set(actual) | set(predicted))
    if not (set(actual) | set(predicted)) <= set(labels):
        raise ValueError("order lacks a class")
    cm = confusion_matrix(actual, predicted, labels=labels)
    share = confusion_matrix(actual, predicted, labels=labels, normalize="pred")
    precision = precision_score(actual, predicted, labels=labels, average=None, zero_division=0)
    recall = recall_score(actual, predicted, labels=labels, average=None, zero_division=0)
    f1 = f1_score(actual, predicted, labels=labels, average="macro", zero_division=0)
    fig, ax = plt.subplots()
    ax.imshow(share, cmap="Blues", vmin=0, vmax=1)
    confusions = []
    for i in range(len(labels)):
        for j in range(len(labels)):
            if cm[i, j]:
                color = "white" if share[i, j] > 0.5 else "black"
                ax.text(j, i, f"{cm[i, j]}\n{share[i, j]:.0%}", ha="center", va="center", color=color)
                if i != j:
                    confusions.append((labels[i], labels[j], int(cm[i, j])))
    ax.set_xticks(np.arange(len(labels)), [f"{c}\nP {p:.2f}" for c, p in zip(labels, precision)])
    ax.set_yticks(np.arange(len(labels)), [f"{c}\nR {r:.2f}" for c, r in zip(labels, recall)])
    ax.set_xlabel("predicted")
    ax.set_ylabel("actual")
    ax.set_title(f"macro F1 = {f1:.3f}")
    confusions.sort(key=lambda t: -t[2])
    return ax, confusions
