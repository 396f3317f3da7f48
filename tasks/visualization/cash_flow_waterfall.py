import decimal
import itertools
import unittest

import matplotlib.pyplot as plt


def task_func(opening, flows, currency="EUR"):
    """Draw a waterfall chart of how cash flows lead from an opening to a closing balance.

    All amounts are decimal texts and are added exactly. Consecutive flows of the same name are merged into one, and
    flows of zero are left out after that. The chart has the bars 'opening', one per flow and 'closing' at 0, 1, 2...
    The bars opening and closing run from 0 to the balance in 'navy'; each flow runs from the balance before it to the
    balance after it, 'seagreen' when positive and 'firebrick' when negative, so that every bar's base is where it
    begins and its height is signed. Each bar but the last is joined to the next by a gray line (one Line2D of width
    0.8 each) at the balance after the bar, from the bar's right edge to the left edge of the next; bars are 0.6 wide.

    Every bar carries a text centred on it at the greater of its two ends, bottom aligned: the balance for opening and
    closing ('1,250.00'), the flow with its sign for the others ('+300.50', '-1,000.00'), always with two decimals. x
    ticks carry the names, rotated by 90 degrees, the y label is 'balance [EUR]' with the currency, and a black
    line along y = 0 (axhline, width 0.8) is drawn last, only if some balance is negative.

    Parameters:
    - opening (str): The opening balance.
    - flows (list[tuple[str, str]]): (name, amount) in order.
    - currency (str): Code of the currency. Default 'EUR'.

    Returns:
    - tuple: (matplotlib Axes, closing balance as decimal.Decimal).

    Raises:
    - ValueError: If an amount is no finite decimal number.

    Requirements:
    - decimal
    - itertools
    - matplotlib.pyplot

    Example:
    >>> task_func('100', [('sales', '50.10'), ('sales', '0.20'), ('rent', '-120')])[1]
    Decimal('30.30')
    """

    def parse(text):
        try:
            amount = decimal.Decimal(text)
        except decimal.InvalidOperation as error:
            raise ValueError(f"not a number: {text!r}") from error
        if not amount.is_finite():
            raise ValueError(f"not an amount: {text!r}")
        return amount

    start = parse(opening)
    merged = [
        (name, sum(parse(amount) for _, amount in run))
        for name, run in itertools.groupby(flows, key=lambda flow: flow[0])
    ]
    merged = [(name, amount) for name, amount in merged if amount]
    bars = [("opening", 0, start, "navy", f"{start:,.2f}")]
    balances = [start]
    for name, amount in merged:
        bars.append((name, balances[-1], amount, "seagreen" if amount > 0 else "firebrick", f"{amount:+,.2f}"))
        balances.append(balances[-1] + amount)
    bars.append(("closing", 0, balances[-1], "navy", f"{balances[-1]:,.2f}"))

    _, ax = plt.subplots()
    for place, (_, base, height, color, text) in enumerate(bars):
        ax.bar(place, float(height), bottom=float(base), width=0.6, color=color)
        ax.text(place, float(max(base, base + height)), text, ha="center", va="bottom")
    for place, balance in enumerate(balances):
        ax.plot([place + 0.3, place + 0.7], [float(balance)] * 2, color="gray", linewidth=0.8)
    if min(balances) < 0:
        ax.axhline(0, color="black", linewidth=0.8)
    ax.set_xticks(range(len(bars)), [bar[0] for bar in bars], rotation=90)
    ax.set_ylabel(f"balance [{currency}]")
    return ax, balances[-1]


class TestCases(unittest.TestCase):
    def setUp(self):
        self.flows = [("sales", "300.50"), ("rent", "-1000"), ("tax", "-650.25"), ("refund", "200")]
        self.addCleanup(plt.close, "all")

    def bars(self, ax):
        return [(bar.get_x() + bar.get_width() / 2, bar.get_y(), bar.get_height()) for bar in ax.patches]

    def names(self, ax):
        return [label.get_text() for label in ax.get_xticklabels()]

    def test_bars(self):
        ax, closing = task_func("1250", self.flows)
        self.assertEqual(closing, decimal.Decimal("100.25"))
        self.assertIsInstance(closing, decimal.Decimal)
        self.assertEqual(self.names(ax), ["opening", "sales", "rent", "tax", "refund", "closing"])
        self.assertEqual(list(ax.get_xticks()), [0, 1, 2, 3, 4, 5])
        self.assertEqual(
            self.bars(ax),
            [
                (0, 0, 1250),
                (1, 1250, 300.5),
                (2, 1550.5, -1000),
                (3, 550.5, -650.25),
                (4, -99.75, 200),
                (5, 0, 100.25),
            ],
        )
        self.assertEqual({round(bar.get_width(), 9) for bar in ax.patches}, {0.6})
        names = {plt.matplotlib.colors.to_rgba(name): name for name in ("navy", "seagreen", "firebrick")}
        colors = [names[bar.get_facecolor()] for bar in ax.patches]
        self.assertEqual(colors, ["navy", "seagreen", "firebrick", "firebrick", "seagreen", "navy"])

    def test_texts(self):
        ax, _ = task_func("1250", self.flows)
        expected = [
            ((0, 1250), "1,250.00"),
            ((1, 1550.5), "+300.50"),
            ((2, 1550.5), "-1,000.00"),
            ((3, 550.5), "-650.25"),
            ((4, 100.25), "+200.00"),
            ((5, 100.25), "100.25"),
        ]
        self.assertEqual([(text.get_position(), text.get_text()) for text in ax.texts], expected)
        self.assertEqual({(text.get_ha(), text.get_va()) for text in ax.texts}, {("center", "bottom")})
        ax, _ = task_func("-1234.5", [])
        found = [(text.get_position(), text.get_text()) for text in ax.texts]
        self.assertEqual(found, [((0, 0), "-1,234.50"), ((1, 0), "-1,234.50")])

    def test_connectors_and_zero_line(self):
        ax, _ = task_func("1250", self.flows)
        *joints, zero = ax.get_lines()
        found = [(round(line.get_xdata()[0], 6), round(line.get_xdata()[1], 6), *line.get_ydata()) for line in joints]
        levels = [1250, 1550.5, 550.5, -99.75, 100.25]
        self.assertEqual(found, [(n + 0.3, n + 0.7, level, level) for n, level in enumerate(levels)])
        self.assertEqual({(line.get_color(), line.get_linewidth()) for line in joints}, {("gray", 0.8)})
        self.assertEqual((list(zero.get_ydata()), zero.get_color()), ([0, 0], "black"))
        self.assertEqual(zero.get_linewidth(), 0.8)

    def test_no_zero_line_without_debt(self):
        ax, closing = task_func("10.5", [("a", "-10.50")])
        self.assertEqual((len(ax.get_lines()), closing), (2, 0))
        ax, _ = task_func("-0.01", [("a", "5")])
        self.assertEqual(len(ax.get_lines()), 3)

    def test_same_names_in_a_row_are_merged(self):
        flows = [("a", "1"), ("a", "2"), ("b", "5"), ("b", "-5"), ("a", "4"), ("c", "0.00"), ("c", "-7")]
        ax, closing = task_func("0", flows)
        self.assertEqual(self.names(ax), ["opening", "a", "a", "c", "closing"])
        self.assertEqual([bar[2] for bar in self.bars(ax)], [0, 3, 4, -7, 0])
        self.assertEqual(closing, 0)

    def test_exact_sums_and_labels(self):
        ax, closing = task_func("0.10", [("x", "0.20"), ("y", "1e1")], currency="CHF")
        self.assertEqual(ax.patches[1].get_facecolor(), plt.matplotlib.colors.to_rgba("seagreen"))
        self.assertEqual(str(closing), "10.30")
        self.assertEqual(ax.get_ylabel(), "balance [CHF]")
        self.assertEqual({label.get_rotation() for label in ax.get_xticklabels()}, {90.0})
        self.assertEqual(task_func("1", [])[0].get_ylabel(), "balance [EUR]")

    def test_rejects_other_texts(self):
        for opening, flows in (("ten", []), ("1", [("a", "")]), ("NaN", []), ("1", [("a", "Infinity")])):
            with self.subTest(opening=opening, flows=flows), self.assertRaises(ValueError):
                task_func(opening, flows)
        self.assertEqual(plt.get_fignums(), [])
