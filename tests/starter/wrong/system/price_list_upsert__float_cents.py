import csv
import io
import sqlite3
from contextlib import closing


def task_func(database, text):
    rows = {}
    for line, row in enumerate(csv.DictReader(io.StringIO(text), delimiter=";"), start=2):
        code = (row["code"] or "").strip()
        name = (row["name"] or "").strip()
        try:
            price = float((row["price"] or "").strip().replace(",", "."))
        except ValueError:
            raise ValueError(f"line {line}: bad price") from None
        if not code or not name or price < 0:
            raise ValueError(f"line {line}: incomplete")
        rows[code] = (name, int(price * 100))
    result = {"inserted": [], "updated": [], "unchanged": []}
    with closing(sqlite3.connect(database)) as conn, conn:
        conn.execute(
            "CREATE TABLE IF NOT EXISTS price (code TEXT PRIMARY KEY, name TEXT NOT NULL,"
            " cents INTEGER NOT NULL, revision INTEGER NOT NULL)"
        )
        for code, (name, cents) in rows.items():
            old = conn.execute("SELECT name, cents FROM price WHERE code = ?", (code,)).fetchone()
            if old is None:
                conn.execute("INSERT INTO price VALUES (?, ?, ?, 1)", (code, name, cents))
                result["inserted"].append(code)
            elif old != (name, cents):
                conn.execute(
                    "UPDATE price SET name = ?, cents = ?, revision = revision + 1 WHERE code = ?", (name, cents, code)
                )
                result["updated"].append(code)
            else:
                result["unchanged"].append(code)
        result["total"] = conn.execute("SELECT COALESCE(SUM(cents), 0) FROM price").fetchone()[0]
    return result
