# task: sales_report
# right: lets sqlite add up
import csv
import sqlite3


def task_func(sales, path):
    base = sqlite3.connect(":memory:")
    base.execute("create table sales (item text, amount int)")
    base.executemany("insert into sales values (?, ?)", sales)
    rows = base.execute("select item, sum(amount) from sales group by item order by item").fetchall()
    with open(path, "w", newline="", encoding="utf-8") as report:
        csv.writer(report, lineterminator="\n").writerows(
            [("item", "total"), *rows, ("ALL", sum(amount for _, amount in rows))]
        )
    return len(rows)
