import json
import unittest
from collections import defaultdict
from decimal import ROUND_HALF_UP, Decimal

from natsort import natsorted, ns
from texttable import Texttable


def task_func(parts_json, top, quantity=1):
    """Work out which bought parts a product needs and what they cost, as a text table.

    The JSON object maps a part number to its description. A description with "uses" is an assembly: "uses" maps the
    part numbers it is made of to how many (a number, also fractional) go into one. Any other description is a bought
    part with its price per unit under "cost". All arithmetic is decimal, on the numbers exactly as the JSON writes
    them. The quantities of a bought part are added up over all places where it is used, at any depth. Its cost is
    quantity times price, rounded half up to two decimals; the total is the sum of the rounded costs.

    Parameters:
    - parts_json (str): the descriptions.
    - top (str): the part number of the product.
    - quantity (int): how many of the product to make, 1 by default.

    Returns:
    - tuple: the table (str) and the total (decimal.Decimal with two decimals). The table is what Texttable draws with
      the header decoration only and no limit of its width: columns Part, Quantity and Cost, the first aligned to the
      left, the others to the right; one row per bought part in natural order of the part numbers, ignoring case;
      quantities in plain notation without trailing zeros, costs with two decimals.

    Raises:
    - KeyError: if a part is needed that is not described.
    - ValueError: if an assembly contains itself, directly or through others.

    Requirements:
    - collections
    - decimal
    - json
    - natsort
    - texttable

    Example:
    >>> parts = '{"lamp": {"uses": {"B10": 2, "b9": 0.5}}, "B10": {"cost": 1.005}, "b9": {"cost": 3}}'
    >>> table, total = task_func(parts, "lamp", 3)
    >>> print(table)
    Part   Quantity   Cost
    ======================
    b9          1.5   4.50
    B10           6   6.03
    >>> total
    Decimal('10.53')
    """
    parts = json.loads(parts_json, parse_float=Decimal)
    needed = defaultdict(Decimal)

    def explode(name, count, above):
        if name in above:
            raise ValueError(f"{name} contains itself")
        uses = parts[name].get("uses")
        if uses is None:
            needed[name] += count
        else:
            for child, number in uses.items():
                explode(child, count * number, above | {name})

    explode(top, Decimal(quantity), frozenset())
    table = Texttable(max_width=0)
    table.set_deco(Texttable.HEADER)
    table.set_cols_dtype(["t", "t", "t"])
    table.set_cols_align(["l", "r", "r"])
    table.header(["Part", "Quantity", "Cost"])
    total = Decimal("0.00")
    for name in natsorted(needed, alg=ns.IGNORECASE):
        cost = (needed[name] * parts[name]["cost"]).quantize(Decimal("0.01"), rounding=ROUND_HALF_UP)
        total += cost
        table.add_row([name, f"{needed[name].normalize():f}", cost])
    return table.draw(), total


class TestCases(unittest.TestCase):
    def test_quantities_add_up_over_all_levels(self):
        parts = {
            "bike": {"uses": {"wheel": 2, "frame": 1, "bolt": 4}},
            "wheel": {"uses": {"spoke": 36, "bolt": 2}},
            "frame": {"cost": 80},
            "spoke": {"cost": 0.25},
            "bolt": {"cost": 0.1},
            "saddle": {"cost": 9},
        }
        table, total = task_func(json.dumps(parts), "bike", 2)
        lines = [line.split() for line in table.splitlines()]
        self.assertEqual(lines[2:], [["bolt", "16", "1.60"], ["frame", "2", "160.00"], ["spoke", "144", "36.00"]])
        self.assertEqual((lines[0], set(lines[1][0])), (["Part", "Quantity", "Cost"], {"="}))
        self.assertEqual(total, Decimal("197.60"))

    def test_layout_of_the_table(self):
        parts = {"a10": {"cost": 1}, "A9": {"cost": 2}, "a1": {"cost": 8}}
        parts["kit"] = {"uses": {"a10": 100, "A9": 1, "a1": 0.125}}
        expected = [
            "Part   Quantity    Cost ",
            "========================",
            "a1        0.125     1.00",
            "A9            1     2.00",
            "a10         100   100.00",
        ]
        lines = task_func(json.dumps(parts), "kit")[0].splitlines()
        self.assertEqual([line.rstrip() for line in lines], [line.rstrip() for line in expected])

    def test_each_cost_is_rounded_half_up(self):
        parts = {"x": {"cost": 0.125}, "y": {"cost": 2.675}, "z": {"cost": 1.004}}
        parts["p"] = {"uses": {"x": 1, "y": 1, "z": 1}}
        table, total = task_func(json.dumps(parts), "p")
        self.assertEqual([line.split()[2] for line in table.splitlines()[2:]], ["0.13", "2.68", "1.00"])
        self.assertEqual(str(total), "3.81")

    def test_numbers_stay_decimal(self):
        parts = '{"p": {"uses": {"x": 0.1, "q": 0.2}}, "q": {"uses": {"x": 1.000}}, "x": {"cost": 1000000.05}}'
        table, total = task_func(parts, "p", 10)
        self.assertEqual(table.splitlines()[2].split(), ["x", "3", "3000000.15"])
        self.assertEqual(total, Decimal("3000000.15"))

    def test_long_part_numbers_are_not_wrapped(self):
        name = "very long part number " * 6 + "end"
        table, _ = task_func(json.dumps({name: {"cost": 1}}), name, 1000)
        self.assertEqual(table.splitlines()[2], name + "       1000   1000.00")

    def test_product_that_is_bought_or_empty(self):
        table, total = task_func('{"x": {"cost": 2}}', "x")
        self.assertEqual(table.splitlines()[2].split(), ["x", "1", "2.00"])
        self.assertEqual(total, Decimal(2))
        table, total = task_func('{"x": {"uses": {}}}', "x")
        self.assertEqual(table.splitlines()[0].split(), ["Part", "Quantity", "Cost"])
        self.assertEqual((len(table.splitlines()), str(total)), (2, "0.00"))

    def test_unknown_parts(self):
        for top in ("p", "q"):
            with self.subTest(top=top), self.assertRaises(KeyError):
                task_func('{"p": {"uses": {"x": 1}}, "y": {"cost": 1}}', top)

    def test_assembly_containing_itself(self):
        parts = '{"p": {"uses": {"q": 1}}, "q": {"uses": {"r": 1, "x": 1}}, "r": {"uses": {"q": 1}}, "x": {"cost": 1}}'
        for top in ("p", "r"):
            with self.subTest(top=top), self.assertRaises(ValueError):
                task_func(parts, top)
        with self.assertRaises(ValueError):
            task_func('{"p": {"uses": {"p": 1}}}', "p")
