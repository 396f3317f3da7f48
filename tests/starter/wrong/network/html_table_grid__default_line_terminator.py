import csv
import io

from bs4 import BeautifulSoup


def task_func(html, index=0):
    table = BeautifulSoup(html, "html.parser").find_all("table")[index]
    rows = [tr for tr in table.find_all("tr") if tr.find_parent("table") is table]
    grid = [{} for _ in rows]
    for y, tr in enumerate(rows):
        x = 0
        for cell in tr.find_all(["td", "th"], recursive=False):
            while x in grid[y]:
                x += 1
            text = " ".join(cell.get_text(" ").split())
            for yy in range(y, min(y + int(cell.get("rowspan", 1)), len(rows))):
                for xx in range(x, x + int(cell.get("colspan", 1))):
                    grid[yy][xx] = text
    width = max((max(row) + 1 for row in grid if row), default=0)
    out = io.StringIO()
    writer = csv.writer(out)
    for row in grid:
        writer.writerow([row.get(x, "") for x in range(width)])
    return out.getvalue()
