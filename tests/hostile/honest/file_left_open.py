# task: sales_report
# right: leaves files open, changes the directory, writes elsewhere first
import csv
import os
import shutil
import tempfile

KEPT = open(os.devnull)


def task_func(sales, path):
    totals = {}
    for item, amount in sales:
        totals[item] = totals.get(item, 0) + amount
    os.chdir(tempfile.gettempdir())
    draft = tempfile.NamedTemporaryFile("w", newline="", delete=False)
    csv.writer(draft, lineterminator="\n").writerows(
        [("item", "total"), *sorted(totals.items()), ("ALL", sum(totals.values()))]
    )
    draft.flush()
    shutil.copyfile(draft.name, path)
    return len(totals)
