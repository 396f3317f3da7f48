import matplotlib.pyplot as plt
from sklearn.metrics import classification_report, confusion_matrix


def task_func(actual, predicted, order=None):
    if not actual or len(actual) != len(predicted):
        raise ValueError("actual and predicted must have the same positive length")
    classes = order or sorted(set(actual + predicted))
    if set(actual + predicted) - set(classes):
        raise ValueError("unknown class")
    matrix = confusion_matrix(actual, predicted, labels=classes)
    report = classification_report(actual, predicted, labels=classes, output_dict=True, zero_division=0)
    fig, ax = plt.subplots()
    shares = [[value / row.sum() if row.sum() else 0.0 for value in row] for row in matrix]
    ax.imshow(shares, cmap="Blues", vmin=0, vmax=1)
    confusions = []
    for i, a in enumerate(classes):
        for j, p in enumerate(classes):
            n = int(matrix[i][j])
            if n == 0:
                continue
            ax.text(j, i, f"{n}\n{shares[i][j]:.0%}", ha="center", va="center",
                    color="white" if shares[i][j] > 0.5 else "black")
            if i != j:
                confusions.append((a, p, n))
    ax.set_xticks(range(len(classes)), [f"{c}\nP {report[c]['precision']:.2f}" for c in classes])
    ax.set_yticks(range(len(classes)), [f"{c}\nR {report[c]['recall']:.2f}" for c in classes])
    ax.set(xlabel="predicted", ylabel="actual", title=f"macro F1 = {report['weighted avg']['f1-score']:.3f}")
    return ax, sorted(confusions, key=lambda c: c[2], reverse=True)
