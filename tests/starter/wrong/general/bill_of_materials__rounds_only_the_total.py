import json
from collections import defaultdict
from decimal import ROUND_HALF_UP, Decimal

from natsort import natsorted, ns
from texttable import Texttable


def task_func(parts_json, top, quantity=1):
    parts = json.loads(parts_json, parse_float=Decimal, parse_int=Decimal)
    cent = Decimal("0.01")
    needed = defaultdict(Decimal)

    def walk(name, count, trail):
        if name in trail:
            raise ValueError("cyclic assembly")
        part = parts[name]
        if "uses" in part:
            for child, n in part["uses"].items():
                walk(child, count * n, trail + (name,))
        else:
            needed[name] += count

    walk(top, Decimal(quantity), ())
    table = Texttable(max_width=0)
    table.set_deco(Texttable.HEADER)
    table.set_cols_align(["l", "r", "r"])
    table.set_cols_dtype(["t", "t", "t"])
    table.header(["Part", "Quantity", "Cost"])
    total = Decimal(0)
    for name in natsorted(needed, alg=ns.IGNORECASE):
        cost = needed[name] * parts[name]["cost"]
        total += cost
        quantity_text = format(needed[name].normalize(), "f")
        table.add_row([name, quantity_text, str(cost.quantize(cent, rounding=ROUND_HALF_UP))])
    return table.draw(), total.quantize(cent, rounding=ROUND_HALF_UP)
