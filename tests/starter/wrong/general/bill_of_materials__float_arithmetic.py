import json
from collections import defaultdict
from decimal import ROUND_HALF_UP, Decimal

from natsort import natsorted, ns
from texttable import Texttable


def task_func(parts_json, top, quantity=1):
    parts = json.loads(parts_json)
    totals = defaultdict(float)

    def visit(part, amount, path):
        if part in path:
            raise ValueError(f"Cycle at {part}")
        info = parts[part]
        if "uses" not in info:
            totals[part] += amount
            return
        for child, n in info["uses"].items():
            visit(child, amount * n, path + [part])

    visit(top, quantity, [])
    table = Texttable(0)
    table.set_deco(Texttable.HEADER)
    table.set_cols_dtype(["t", "t", "t"])
    table.set_cols_align(["l", "r", "r"])
    table.header(["Part", "Quantity", "Cost"])
    total = Decimal("0.00")
    for part in natsorted(totals, alg=ns.IGNORECASE):
        cost = Decimal(totals[part] * parts[part]["cost"]).quantize(Decimal("0.01"), rounding=ROUND_HALF_UP)
        total += cost
        table.add_row([part, f"{totals[part]:g}", str(cost)])
    return table.draw(), total
