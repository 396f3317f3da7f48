import csv
import io
import re
import sqlite3
from contextlib import closing
from decimal import Decimal


def task_func(database, text):
    report = {"inserted": [], "updated": [], "unchanged": []}
    with closing(sqlite3.connect(database)) as db, db:
        db.execute(
            "CREATE TABLE IF NOT EXISTS price (code TEXT PRIMARY KEY, name TEXT NOT NULL, "
            "cents INTEGER NOT NULL, revision INTEGER NOT NULL)"
        )
        before = {code: (name, cents) for code, name, cents in db.execute("SELECT code, name, cents FROM price")}
        items = {}
        for n, row in enumerate(csv.DictReader(io.StringIO(text), delimiter=";", restval=""), 2):
            code, name, price = row["code"].strip(), row["name"].strip(), row["price"].strip()
            if not (code and name and re.fullmatch(r"[0-9]+([.,][0-9]{1,2})?", price)):
                raise ValueError(f"line {n} is not valid")
            items[code] = (name, int(Decimal(price.replace(",", ".")) * 100))
        for code, item in items.items():
            if code not in before:
                report["inserted"].append(code)
            elif before[code] != item:
                report["updated"].append(code)
            else:
                report["unchanged"].append(code)
                continue
            db.execute("INSERT OR REPLACE INTO price (code, name, cents, revision) VALUES (?, ?, ?, 1)", (code, *item))
        report["total"] = db.execute("SELECT COALESCE(SUM(cents), 0) FROM price").fetchone()[0]
    return report
