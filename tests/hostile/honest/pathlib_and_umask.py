# task: sales_report
# right: pathlib, umask, chmod and symbolic links
import csv
import os
from collections import Counter
from pathlib import Path


def task_func(sales, path):
    os.umask(0o077)
    totals = Counter()
    for item, amount in sales:
        totals[item] += amount
    target = Path(path)
    draft = target.with_suffix(".draft")
    with draft.open("w", newline="", encoding="utf-8") as report:
        writer = csv.writer(report, lineterminator="\n")
        writer.writerow(["item", "total"])
        writer.writerows(sorted(totals.items()))
        writer.writerow(["ALL", sum(totals.values())])
    draft.rename(target)
    target.chmod(0o644)
    link = target.with_name("latest")
    if link.is_symlink():
        link.unlink()
    link.symlink_to(target)
    return len(totals)
