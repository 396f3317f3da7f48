from decimal import Decimal, InvalidOperation

import matplotlib.pyplot as plt


def task_func(opening, flows, currency="EUR"):
    try:
        start = Decimal(opening)
        totals = {}
        for name, amount in flows:
            totals[name] = totals.get(name, Decimal(0)) + Decimal(amount)
    except InvalidOperation as exc:
        raise ValueError("amounts must be decimal numbers") from exc
    if not start.is_finite() or not all(v.is_finite() for v in totals.values()):
        raise ValueError("amounts must be finite")
    totals = {name: amount for name, amount in totals.items() if amount}
    balances = [start]
    for amount in totals.values():
        balances.append(balances[-1] + amount)
    _, ax = plt.subplots()

    def bar(x, base, height, color, text):
        ax.bar(x, float(height), bottom=float(base), width=0.6, color=color)
        ax.text(x, float(max(base, base + height)), text, ha="center", va="bottom")

    bar(0, Decimal(0), start, "navy", f"{start:,.2f}")
    for i, amount in enumerate(totals.values(), start=1):
        bar(i, balances[i - 1], amount, "seagreen" if amount > 0 else "firebrick", f"{amount:+,.2f}")
    bar(len(balances), Decimal(0), balances[-1], "navy", f"{balances[-1]:,.2f}")
    for i, balance in enumerate(balances):
        ax.plot([i + 0.3, i + 0.7], [float(balance)] * 2, color="gray", linewidth=0.8)
    if min(balances) < 0:
        ax.axhline(0, color="black", linewidth=0.8)
    ax.set_xticks(range(len(balances) + 1), ["opening", *totals, "closing"], rotation=90)
    ax.set_ylabel(f"balance [{currency}]")
    return ax, balances[-1]
