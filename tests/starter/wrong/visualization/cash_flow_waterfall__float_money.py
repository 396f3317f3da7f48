from itertools import groupby

import matplotlib.pyplot as plt


def task_func(opening, flows, currency="EUR"):
    balance = float(opening)
    steps = []
    for name, group in groupby(flows, key=lambda f: f[0]):
        amount = sum(float(a) for _, a in group)
        if amount != 0:
            steps.append((name, amount))
    names = ["opening"] + [n for n, _ in steps] + ["closing"]
    fig, ax = plt.subplots()
    ax.bar(0, balance, width=0.6, color="navy")
    ax.text(0, max(0, balance), f"{balance:,.2f}", ha="center", va="bottom")
    balances = [balance]
    for i, (name, amount) in enumerate(steps, start=1):
        ax.bar(i, amount, bottom=balance, width=0.6, color="seagreen" if amount > 0 else "firebrick")
        ax.text(i, max(balance, balance + amount), f"{amount:+,.2f}", ha="center", va="bottom")
        balance += amount
        balances.append(balance)
    last = len(names) - 1
    ax.bar(last, balance, width=0.6, color="navy")
    ax.text(last, max(0, balance), f"{balance:,.2f}", ha="center", va="bottom")
    for i, level in enumerate(balances):
        ax.plot([i + 0.3, i + 0.7], [level, level], color="gray", linewidth=0.8)
    if min(balances) < 0:
        ax.axhline(0, color="black", linewidth=0.8)
    ax.set_xticks(range(len(names)), names, rotation=90)
    ax.set_ylabel(f"balance [{currency}]")
    return ax, balance
