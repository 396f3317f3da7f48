import csv
import io

from bs4 import BeautifulSoup


def task_func(html, index=0):
    soup = BeautifulSoup(html, "html.parser")
    table = soup.find_all("table")[index]
    rows = []
    for tr in table.find_all("tr"):
        if tr.find_parent("table") is not table:
            continue
        row = []
        for cell in tr.find_all(["td", "th"], recursive=False):
            text = " ".join(cell.get_text(" ").split())
            row.extend([text] * int(cell.get("colspan", 1)))
        rows.append(row)
    width = max((len(row) for row in rows), default=0)
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(row + [""] * (width - len(row)) for row in rows)
    return out.getvalue()
